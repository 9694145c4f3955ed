import type { ReactNode } from 'react';
import { NoLeaderNote, NoLeaderOfProposal } from '../coordination/no-leader-note.js';
import { usePlace } from '../shell/place.js';
import { type Form, typedAt, useForm } from './form-context.js';

const notes: Readonly<Record<string, (form: Form) => ReactNode>> = {
  'Proposals_propose.unit': (form) => <UnitToAnswer unit={typedAt(form, 'unit')} />,
  'LeaderAnswers_concur.leaderId': ({ params }) => <NoLeaderOfProposal {...params} />,
  'LeaderAnswers_object.leaderId': ({ params }) => <NoLeaderOfProposal {...params} />,
};

/** What there is to know beside a field before anything is sent. */
export function FieldNote({ path }: { readonly path: string }) {
  const form = useForm();
  return notes[`${form.operation}.${path}`]?.(form) ?? null;
}

/** Where the municipality asks for the leader's answer. */
function UnitToAnswer({ unit }: { readonly unit: string }) {
  const { profile } = usePlace();
  return profile.proposalAwaits.includes('LEADER') && unit !== '' ? <NoLeaderNote unit={unit} /> : null;
}
