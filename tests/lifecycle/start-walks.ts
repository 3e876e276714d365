import { startRoadServer } from '../road/road-server.ts';
import { heldClock } from './held-clock.ts';
import { WALK_START } from './walk-model.ts';
import type { WalkedServer } from './walk-server.ts';

/** A whole server on a held clock, where the assistant registrar is an acting registrar as well. */
export async function startWalks(): Promise<WalkedServer & { close(): Promise<void> }> {
  const clock = heldClock(WALK_START);
  const road = await startRoadServer(undefined, { clock });
  const owner = await road.database.owner();
  await owner.query(
    `INSERT INTO account_roles (id, account_id, role, party_id, order_no)
     SELECT gen_random_uuid(), account_id, 'registrar', party_id, 'acting' FROM account_roles WHERE role = 'assistant-registrar'`,
  );
  return {
    road,
    clock,
    owner,
    close: async () => {
      await road.close();
    },
  };
}
