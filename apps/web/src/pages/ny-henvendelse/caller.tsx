import { FieldControl } from '../../steps/field-control.js';
import { fields } from './fields.js';

/** Who turns to the unit, how, and how they are reached. */
export function Caller({ sourceType }: { readonly sourceType: unknown }) {
  return (
    <>
      <FieldControl field={fields.sourceType} />
      <div className="field-pair">
        <FieldControl field={fields.callerName} />
        <FieldControl field={fields.callback} />
        {sourceType === 'MUNICIPAL_SERVICE' && <FieldControl field={fields.callerUnit} />}
        <FieldControl field={fields.channel} />
        <FieldControl field={fields.receivedOn} />
      </div>
    </>
  );
}
