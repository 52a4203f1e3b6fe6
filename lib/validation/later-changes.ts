import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { isOrderlyUpdate } from './update';

const name = PDFName.of;

/**
 * Whether all that came after a signature is what may come: validation data, further signatures and their fields
 * (EN 319 142-1, 5.4 and 5.5). The document as it was signed is compared with what it is now, object by object; no verifier
 * of ours could tell a change that its maker hid in the way the file is read, so that too must be as a plain update is.
 */
export async function areLaterChangesAllowed(bytes: Buffer, end: number, now: PDFDocument): Promise<boolean> {
  if (end === bytes.length || bytes.subarray(end).every((byte) => byte === 10 || byte === 13)) return true;
  if (!isOrderlyUpdate(bytes, end)) return false;
  const signed = await PDFDocument.load(bytes.subarray(0, end), { updateMetadata: false, throwOnInvalidObject: true });
  return new Comparison(signed, now).isAllowed();
}

class Comparison {
  /** Arrays that are objects by themselves and may grow: annotations of a page, fields of the form. */
  private readonly growing = new Set<string>();

  constructor(
    private readonly before: PDFDocument,
    private readonly after: PDFDocument,
  ) {
    for (const { node } of before.getPages()) this.mayGrow(node.get(name('Annots')));
    this.mayGrow(before.catalog.lookupMaybe(name('AcroForm'), PDFDict)?.get(name('Fields')));
  }

  private mayGrow(held: PDFObject | undefined): void {
    if (held instanceof PDFRef) this.growing.add(held.tag);
  }

  isAllowed(): boolean {
    if (this.root(this.before)?.tag !== this.root(this.after)?.tag) return false;
    return this.before.context.enumerateIndirectObjects().every(([ref, old]) => {
      if (isPlumbing(old)) return true;
      const present = this.after.context.lookup(ref);
      return present !== undefined && this.maySucceed(ref, old, present);
    });
  }

  private root({ context }: PDFDocument): PDFRef | undefined {
    return context.trailerInfo.Root instanceof PDFRef ? context.trailerInfo.Root : undefined;
  }

  private maySucceed(ref: PDFRef, old: PDFObject, present: PDFObject): boolean {
    if (isSame(old, present)) return true;
    if (this.growing.has(ref.tag)) return this.hasGrown(old, present);
    if (this.isInformation(ref)) return true;
    if (!(old instanceof PDFDict) || !(present instanceof PDFDict)) return false;
    if (ref.tag === this.root(this.before)?.tag) return this.catalogMay(old, present);
    if (this.isForm(ref)) return this.formMay(old, present);
    if (old.get(name('Type')) === name('Page')) return this.onlyGrows(old, present, ['Annots']);
    if (old.get(name('FT')) === name('Sig') && !old.has(name('V'))) return differsIn(old, present, ['V', 'AP', 'F']);
    return isStore(this.before, ref) && isStore(this.after, ref);
  }

  /** Title, dates: nothing of it is shown on a page. */
  private isInformation(ref: PDFRef): boolean {
    const { Info } = this.before.context.trailerInfo;
    const metadata = this.before.catalog.get(name('Metadata'));
    return [Info, metadata].some((each) => each instanceof PDFRef && each.tag === ref.tag);
  }

  private isForm(ref: PDFRef): boolean {
    const held = this.before.catalog.get(name('AcroForm'));
    return held instanceof PDFRef && held.tag === ref.tag;
  }

  private catalogMay(old: PDFDict, present: PDFDict): boolean {
    const form = old.lookupMaybe(name('AcroForm'), PDFDict);
    const isFormKept = old.get(name('AcroForm')) instanceof PDFRef && isSameAt(old, present, 'AcroForm');
    const newForm = present.lookupMaybe(name('AcroForm'), PDFDict);
    if (!isFormKept && newForm && !this.formMay(form ?? this.before.context.obj({}), newForm)) return false;
    return differsIn(old, present, ['AcroForm', 'DSS', 'Extensions', 'Metadata']) && !(form && !newForm);
  }

  private formMay(old: PDFDict, present: PDFDict): boolean {
    return this.onlyGrows(old, present, ['Fields'], ['SigFlags']);
  }

  /** A dictionary in which nothing changes but that these arrays grow. */
  private onlyGrows(old: PDFDict, present: PDFDict, grows: readonly string[], free: readonly string[] = []): boolean {
    return (
      differsIn(old, present, [...grows, ...free]) &&
      grows.every(
        (key) => isSameAt(old, present, key) || this.hasGrown(old.lookup(name(key)), present.lookup(name(key))),
      )
    );
  }

  /** All that was there in its order, and after it fields for signatures. */
  private hasGrown(old: PDFObject | undefined, present: PDFObject | undefined): boolean {
    if (!(present instanceof PDFArray)) return false;
    const before = old instanceof PDFArray ? old.asArray() : [];
    const after = present.asArray();
    return (
      before.every((each, n) => after[n]?.toString() === each.toString()) &&
      after.slice(before.length).every((each) => {
        const field = this.after.context.lookupMaybe(each, PDFDict);
        return field?.get(name('FT')) === name('Sig');
      })
    );
  }
}

/** How a file is stored, not what it says: compared by what is in it. */
function isPlumbing(object: PDFObject): boolean {
  const type = object instanceof PDFStream ? object.dict.get(name('Type')) : undefined;
  return type === name('XRef') || type === name('ObjStm');
}

function isSame(one: PDFObject, other: PDFObject): boolean {
  if (one instanceof PDFRawStream && other instanceof PDFRawStream)
    return one.dict.toString() === other.dict.toString() && Buffer.from(one.contents).equals(other.contents);
  return one.constructor === other.constructor && one.toString() === other.toString();
}

const isSameAt = (one: PDFDict, other: PDFDict, key: string): boolean =>
  one.get(name(key))?.toString() === other.get(name(key))?.toString();

/** Whether two dictionaries are the same but for these keys. */
function differsIn(one: PDFDict, other: PDFDict, free: readonly string[]): boolean {
  const keys = new Set([...one.keys(), ...other.keys()].map((key) => key.decodeText()));
  return [...keys].every((key) => free.includes(key) || isSameAt(one, other, key));
}

/** The security store or what hangs on it. */
function isStore(document: PDFDocument, ref: PDFRef): boolean {
  const held = document.catalog.get(name('DSS'));
  const reached = new Set<string>();
  const walk = (object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) {
      if (reached.has(object.tag)) return;
      reached.add(object.tag);
      walk(document.context.lookup(object));
    } else if (object instanceof PDFDict) object.values().forEach(walk);
    else if (object instanceof PDFArray) object.asArray().forEach(walk);
  };
  walk(held);
  return reached.has(ref.tag);
}
