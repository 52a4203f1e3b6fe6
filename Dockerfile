# One container: web and background work (WORKER=off and WORKER=only split them). It brings no database: DATABASE_URL,
# DATABASE_OWNER_URL and the secrets come from the environment (README, Configuration).
FROM node:24-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
ARG BASE_PATH=""
RUN BASE_PATH=$BASE_PATH npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NEXT_MANUAL_SIG_HANDLE=true PORT=3000
COPY --from=build --chown=node:node /app ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}${process.env.BASE_PATH ?? ''}/api/health`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# Migrations are a step of the deployment, not of every start: `npm run db:migrate` in this same image.
CMD ["sh", "-c", "exec node node_modules/next/dist/bin/next start -p \"$PORT\""]
