import type { Database } from './database.ts';
import { rideTogether, type Arrival, type Rider } from './ride-together.ts';

/** So many share a transaction at most: a lock that one waits for is waited for by all of them. */
const MOST_RIDERS = 11;
/** While one ride is in PostgreSQL, this process prepares the next one. */
const MOST_RIDES = 3;

interface Waiting {
  readonly key: string;
  readonly rider: Rider;
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
    return new Promise((arrived) => {
      this.#waiting.push({ key, rider, arrived });
      this.#call();
    });
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
