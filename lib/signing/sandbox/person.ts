/** What a person does at the sandbox's pages, without a browser: for tests, and for what seeds a demonstration. */
export async function answerPage(
  url: string,
  given: {
    readonly user: string;
    readonly password: string;
    readonly PIN?: string;
    readonly OTP?: string;
    readonly answer?: string;
  },
): Promise<URL> {
  const { answer = 'allow', ...fields } = given;
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, answer }),
    redirect: 'manual',
  });
  const location = response.headers.get('location');
  if (!location) throw new Error(`The sandbox's page answered ${response.status}: ${await response.text()}`);
  return new URL(location);
}
