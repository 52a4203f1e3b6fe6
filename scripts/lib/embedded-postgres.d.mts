export type ClusterOptions = {
  /** Folder of the cluster, its secrets and its log; made when absent. */
  dataDir: string;
  /** A free one when absent. */
  port?: number;
  /** For tests: faster, and a crash may lose everything. */
  quick?: boolean;
};

export type ClusterSecrets = Readonly<
  Record<
    | 'superPassword'
    | 'ownerPassword'
    | 'appPassword'
    | 'workerPassword'
    | 'AUTH_SECRET'
    | 'SIGNSTASH_MASTER_KEY'
    | 'SIGNSTASH_ENGINE_TOKEN'
    | 'CRON_SECRET'
    | 'METRICS_TOKEN',
    string
  >
>;

export type Cluster = {
  port: number;
  secrets: ClusterSecrets;
  /** Superuser, database `postgres`. */
  superUrl: string;
  /** Owner of the database `signstash`; may create roles and databases. */
  ownerUrl: string;
  /** Login that the migration makes for the application. */
  appUrl: string;
  /** Login that the migration makes for the queue. */
  workerUrl: string;
  stop(): Promise<void>;
};

export function startCluster(options: ClusterOptions): Promise<Cluster>;
export function attachCluster(dataDir: string): Cluster | undefined;
