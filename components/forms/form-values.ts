/** The fields of a form by name, as the verb gets them; what React adds for itself (`$ACTION…`) is not one. */
export function valuesOf(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form).entries()].filter(([name]) => !name.startsWith('$'));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

// A password that is shown at the moment is of type text.
const secretInputs = 'input[type=password], input[data-secret], input[autocomplete="one-time-code"]';

/** What a draft may keep: no password, no code. */
export function draftOf(form: HTMLFormElement): Record<string, string> {
  const secret = new Set([...form.querySelectorAll<HTMLInputElement>(secretInputs)].map(({ name }) => name));
  const hidden = new Set([...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name }) => name));
  return Object.fromEntries(Object.entries(valuesOf(form)).filter(([name]) => !secret.has(name) && !hidden.has(name)));
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The controls of a field: several where one of a few is chosen. */
export function controlsOf(form: HTMLFormElement, name: string): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name === name,
  );
}

/** Types a value into a control, so that React hears of it too. */
export function typeInto(form: HTMLFormElement, name: string, value: string): void {
  for (const element of controlsOf(form, name)) {
    if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
      if (element.checked !== (element.value === value)) element.click();
    } else {
      const prototype = Object.getPrototypeOf(element);
      // The element's own setter is React's, which would take the change for one it has made itself.
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}
