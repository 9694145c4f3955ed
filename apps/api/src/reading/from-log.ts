import { StoreUnavailable } from '#event-sourcing';

const patienceMs = 1_000;

/** For what an answer can do without: what was asked of the log, or undefined where it is away or takes its time. */
export async function fromLog<T>(asked: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  try {
    return await Promise.race([asked, late]);
  } catch (error) {
    if (error instanceof StoreUnavailable) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
