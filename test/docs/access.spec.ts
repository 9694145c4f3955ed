import { actorRoles, viewerRoles } from '#personal-data';
import { access, type ReadModel, refusedToClose, relationOf, relations } from '#projections/access';
import { generatedPart } from './generated.js';

const cell = (what: ReadModel, role: (typeof viewerRoles)[number]) => {
  const relation = relationOf(what, role);
  return relation === undefined ? '–' : `\`${relation}\``;
};

/** As Prettier lays it out. */
function table(): string {
  const lines = [
    ['', ...viewerRoles.map((role) => `\`${role}\``)],
    ...Object.keys(access).map((what) => [
      `\`${what}\``,
      ...viewerRoles.map((role) => cell(what as ReadModel, role)),
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  const [head = '', ...rows] = lines.map(
    (line) => `| ${line.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows].join('\n');
}

const meanings = () => [
  ...Object.entries(relations).map(([name, means]) => `- \`${name}\`: ${means}`),
  `- ${refusedToClose}`,
];
const roles = () =>
  viewerRoles.map((role) => `- \`${role}\`: ${actorRoles.words[role][0]} / ${actorRoles.words[role][1]}`);

describe('docs/access.md', () => {
  it('has the table that routes and queries go by', () => {
    const now = [...roles(), '', ...meanings(), '', table()].join('\n');
    expect(generatedPart('access.md', 'access', now).stands).toBe(now);
  });
});
