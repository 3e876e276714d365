import { STAFF_ROLES, worksAt, type StaffRole } from '@permit/domain/staff/role-places.ts';
import { Select } from '@permit/ui/select.tsx';
import { adminTexts } from '@permit/ui/texts/admin-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { TextField } from '@permit/ui/text-field.tsx';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useTexts } from '../app/use-texts.ts';

export type Party = Output<'listParties'>['parties'][number];

export interface TypedRole {
  readonly role: string;
  readonly partyId: string;
  readonly orderNo: string;
}
export const NO_ROLE: TypedRole = { role: '', partyId: '', orderNo: '' };

export const isWhole = (typed: TypedRole): boolean =>
  typed.role !== '' && typed.partyId !== '' && typed.orderNo.trim() !== '';

/** A role, a place where people of that role work, and the order that gives it. */
export function RoleFields(props: {
  readonly id: string;
  readonly parties: readonly Party[];
  readonly typed: TypedRole;
  readonly onTyped: (typed: TypedRole) => void;
}): ReactElement {
  const { id, parties, typed, onTyped } = props;
  const t = useTexts(adminTexts);
  const f = useTexts(frameTexts);
  const role = STAFF_ROLES.find((one) => one === typed.role);
  const places = role ? parties.filter(({ kind }) => worksAt(role, kind)) : [];
  const choose = (chosen: string): void => {
    const next: StaffRole | undefined = STAFF_ROLES.find((one) => one === chosen);
    const kept = parties.find(({ partyId }) => partyId === typed.partyId);
    const stays = next !== undefined && kept !== undefined && worksAt(next, kept.kind);
    onTyped({ ...typed, role: chosen, partyId: stays ? typed.partyId : '' });
  };
  return (
    <>
      <Select
        id={`${id}-role`}
        label={t('role')}
        nothing={f('choose')}
        value={typed.role}
        options={STAFF_ROLES.map((one) => ({ value: one, label: t(`role_${one}`) }))}
        onValue={choose}
      />
      <Select
        id={`${id}-place`}
        label={t('place')}
        nothing={f('choose')}
        value={typed.partyId}
        options={places.map(({ partyId, name, code }) => ({ value: partyId, label: `${name} (${code})` }))}
        onValue={(partyId) => onTyped({ ...typed, partyId })}
      />
      <TextField
        id={`${id}-order`}
        label={t('orderNo')}
        value={typed.orderNo}
        maxLength={100}
        onValue={(orderNo) => onTyped({ ...typed, orderNo })}
      />
    </>
  );
}
