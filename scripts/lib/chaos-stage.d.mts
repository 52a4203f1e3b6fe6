/** The served application and its database, and the power to kill and to start them. */
export type Stage = {
  /** Addresses and secrets, as the application got them. */
  env: NodeJS.ProcessEnv;
  /** Superuser, database of the application. */
  superUrl: string;
  /** Process of the application; undefined once it has ended. */
  serverPid(): number | undefined;
  /** kill -9 of the postmaster and of all its children at once. */
  killCluster(): void;
  /** PostgreSQL again, on the same folder and port. */
  startCluster(): Promise<void>;
  /** Ends the backend of one session of the application, at random. @returns whether there was one */
  endSession(signal: 'SIGKILL' | 'SIGTERM'): boolean;
  /** kill -9 of the application. */
  killServer(): Promise<void>;
  /** The application again, on the same port; ends when it is ready. */
  startServer(): Promise<void>;
  /** Aborted when the command is told to stop. */
  stopSignal: AbortSignal;
};

export function withStage<T>(options: { operations: number }, work: (stage: Stage) => Promise<T>): Promise<T>;
