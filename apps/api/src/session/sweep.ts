import type { FastifyInstance } from 'fastify';

/** Removes what is over, every so often until the server closes. Nothing counts that is over: where it fails, the next time does. */
export function sweepEvery(instance: FastifyInstance, ms: number, sweep: () => Promise<void>): void {
  const timer = setInterval(() => void sweep().catch(() => undefined), ms).unref();
  instance.addHook('onClose', (_instance, done) => {
    clearInterval(timer);
    done();
  });
}
