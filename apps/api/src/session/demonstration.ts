import { Inject, Injectable } from '@nestjs/common';
import { profileOf } from '#municipality';
import {
  type ProfileFile,
  readProfile,
  shippedProfile,
  shippedProfiles,
} from '#municipality/application/index';
import { ApiParts } from '../api-parts.js';
import { ownRegistrations } from '../auth/own-registrations.js';

export interface DemoMunicipality {
  readonly municipality: string;
  readonly name: string;
  readonly languageForm: string;
}

/** The municipalities that a demonstration may be played in: those whose profiles come with the program and are adopted here. */
@Injectable()
export class DemoMunicipalities {
  #shipped: Promise<readonly ProfileFile[]> | undefined;

  constructor(@Inject(ApiParts) private readonly parts: Pick<ApiParts, 'runner' | 'vault'>) {}

  async all(): Promise<readonly DemoMunicipality[]> {
    this.#shipped ??= Promise.all(shippedProfiles.map((name) => readProfile(shippedProfile(name))));
    const found = (await this.#shipped).map(async ({ municipality, settings: { name } }) => {
      const { profile } = await profileOf(this.parts.runner, municipality);
      return profile === undefined
        ? []
        : [{ municipality, name, languageForm: profile.language.toLowerCase() }];
    });
    return (await Promise.all(found)).flat();
  }

  /** The registration in a municipality of an invented person with this identity number, where there is one. */
  async registrationOf(municipality: string, identityNumber: string): Promise<string | undefined> {
    return (await ownRegistrations(this.parts, [municipality], identityNumber))[municipality];
  }
}
