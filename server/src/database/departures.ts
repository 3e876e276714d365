import type { Database } from './database.ts';
import { rideTogether, type Arrival, type Rider } from './ride-together.ts';

/** So many share a transaction at most: a lock that one waits for is waited for by all of them. */
const MOST_RIDERS = 11;
/** While one ride is in PostgreSQL, this process prepares the next one. */
const MOST_RIDES = 3;
/** As long as a request waits for a connection; whoever has not left by then is run alone, and the pool says 503. */
const PATIENCE_MS = 2_000;
const MOST_WAITING = 20 * MOST_RIDERS;

interface Waiting {
  readonly key: string;
  readonly rider: Rider;
  readonly patience: NodeJS.Timeout;
  arrived(arrival: Arrival): void;
}

/**
 * Who asks while a ride is under way rides with the next one; nobody waits for company. What one ride changes is never
 * in another at the same time, nor twice in one.
 */
class Departures {
  readonly #pool: Database;
  readonly #underWay = new Set<string>();
  #waiting: Waiting[] = [];
  #rides = 0;
  #called = false;

  constructor(pool: Database) {
    this.#pool = pool;
  }

  ride(key: string, rider: Rider): Promise<Arrival> {
    if (this.#waiting.length >= MOST_WAITING) return Promise.resolve({ alone: true });
    return new Promise((arrived) => {
      const patience = setTimeout(() => this.#leave(one), PATIENCE_MS);
      const one: Waiting = { key, rider, patience, arrived };
      this.#waiting.push(one);
      this.#call();
    });
  }

  #leave(one: Waiting): void {
    this.#waiting = this.#waiting.filter((other) => other !== one);
    one.arrived({ alone: true });
  }

  /** At the end of this turn of the event loop, so that what was read from several sockets goes together. */
  #call(): void {
    if (this.#called) return;
    this.#called = true;
    setImmediate(() => {
      this.#called = false;
      while (this.#rides < MOST_RIDES && this.#depart());
    });
  }

  #depart(): boolean {
    const going: Waiting[] = [];
    const staying: Waiting[] = [];
    for (const one of this.#waiting) {
      const free = going.length < MOST_RIDERS && !this.#underWay.has(one.key);
      if (free) this.#underWay.add(one.key);
      if (free) clearTimeout(one.patience);
      (free ? going : staying).push(one);
    }
    this.#waiting = staying;
    if (going.length === 0) return false;
    this.#rides += 1;
    void this.#go(going);
    return true;
  }

  async #go(going: readonly Waiting[]): Promise<void> {
    const arrivals = await rideTogether(
      this.#pool,
      going.map(({ rider }) => rider),
    );
    this.#rides -= 1;
    for (const [at, { key, arrived }] of going.entries()) {
      this.#underWay.delete(key);
      arrived(arrivals[at]!);
    }
    this.#call();
  }
}

const DEPARTURES = new WeakMap<Database, Departures>();

/** The departures of a pool. */
export function departuresOf(pool: Database): Departures {
  const departures = DEPARTURES.get(pool) ?? new Departures(pool);
  DEPARTURES.set(pool, departures);
  return departures;
}
