import { actorRoles, viewerRoles } from '#personal-data';
import { access, type ReadModel, relationOf, relations } from '#projections/access';
import { generatedPart } from './generated.js';

const cell = (what: ReadModel, role: (typeof viewerRoles)[number]) => {
  const relation = relationOf(what, role);
  return relation === undefined ? '–' : `\`${relation}\``;
};
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function table(): string {
  return [
    row(['', ...viewerRoles.map((role) => `\`${role}\``)]),
    row(['---', ...viewerRoles.map(() => '---')]),
    ...Object.keys(access).map((what) =>
      row([`\`${what}\``, ...viewerRoles.map((role) => cell(what as ReadModel, role))]),
    ),
  ].join('\n');
}

const meanings = () => Object.entries(relations).map(([name, means]) => `- \`${name}\`: ${means}`);
const roles = () =>
  viewerRoles.map((role) => `- \`${role}\`: ${actorRoles.words[role][0]} / ${actorRoles.words[role][1]}`);

describe('docs/access.md', () => {
  it('has the table that routes and queries go by', () => {
    const now = [...roles(), '', ...meanings(), '', table()].join('\n');
    expect(generatedPart('access.md', 'access', now).stands).toBe(now);
  });
});
