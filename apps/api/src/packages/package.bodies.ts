import { omissionKinds } from '#complaint';
import { languages, omissionGrounds, packageEntries } from '#vocabulary';
import type { EntryCode } from '#case-package';
import { CodeOf, Digest, OpaqueId, OptionalField, PersonalText } from '../validation/decorators.js';
import { ListOf } from '../validation/group-decorators.js';

export class ExplanationBody {
  @CodeOf(packageEntries, 'Which entry of the index lacks something')
  entry!: EntryCode;

  @PersonalText(2000, { lines: true, description: 'Why' })
  text!: string;
}

export class OmissionBody {
  @CodeOf(omissionKinds)
  kind!: 'NAME' | 'TEXT' | 'DOCUMENT';

  @OpaqueId('The party whose name it is, the event whose text it is, or the document')
  what!: string;

  @OptionalField()
  @OpaqueId('Of a text: the field of the event')
  field?: string;

  @CodeOf(omissionGrounds)
  ground!: 'THIRD_PERSON' | 'HEALTH_OF_ANOTHER' | 'DANGER' | 'NOT_NEEDED' | 'OTHER';

  @OptionalField()
  @PersonalText(500, { description: 'Needed where no other ground fits' })
  reason?: string;
}

/** A package as it is to be. */
export class PackageBody {
  @OptionalField()
  @CodeOf(languages, 'The municipality’s own unless told')
  language?: 'NB' | 'NN';

  @OptionalField()
  @ListOf(() => ExplanationBody, { max: 20, description: 'Why something lacks' })
  explanations?: ExplanationBody[];

  @OptionalField()
  @ListOf(() => OmissionBody, { max: 200, description: 'What is left out, each with its ground' })
  omissions?: OmissionBody[];

  @OptionalField()
  @PersonalText(4000, { lines: true, description: 'What the municipality says to the complaint' })
  statement?: string;
}

export class ClosePackageBody extends PackageBody {
  @Digest('Of the preview: what was seen is what is closed, else 412')
  digest!: string;
}
