/** What the sign-in form knows of the last try. `attempt` counts tries, so that each refusal takes the focus. */
export type SignInState = {
  readonly email: string;
  readonly attempt: number;
  readonly problem: 'refused' | 'limited' | 'unavailable' | 'code' | 'codeWrong' | null;
  /** Seconds to wait after a limited try. */
  readonly seconds?: number;
};
