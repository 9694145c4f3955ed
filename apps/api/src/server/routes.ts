import type { FastifyInstance } from 'fastify';

/** Remembers every route as it is added, to tell an unknown address from a known one asked with another method. */
export class Routes {
  readonly #methods = new Map<string, Set<string>>();

  constructor(instance: FastifyInstance) {
    instance.addHook('onRoute', ({ url, method }) => {
      const methods = this.#methods.get(url) ?? new Set();
      for (const one of [method].flat()) methods.add(one);
      this.#methods.set(url, methods);
    });
  }

  /** The methods that some route with this path answers to. */
  methodsOf(path: string): string[] {
    const segments = path.split('/');
    const methods = [...this.#methods].filter(([template]) => fits(template.split('/'), segments));
    return [...new Set(methods.flatMap(([, of]) => [...of]))].toSorted();
  }
}

const fits = (template: readonly string[], segments: readonly string[]) =>
  template.length === segments.length &&
  template.every((part, i) => part === segments[i] || (part.startsWith(':') && segments[i] !== ''));
