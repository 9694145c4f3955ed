import { useLabel } from '../../i18n/labels.js';
import { type Writer, writerName } from '../../ui/writer-name.js';

/** Who wrote something in, and as what: «Sunniva Prøvland, saksbehandler». */
export function useBy(): (writer: Writer) => string {
  const label = useLabel();
  return (writer) => {
    const name = writerName(writer);
    const role = label('actorRole', writer.role);
    return role === '' || name === 'Samspor' ? name : `${name}, ${role}`;
  };
}
