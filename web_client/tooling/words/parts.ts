/** Which part of the client a message belongs to, so that each person downloads only their own words. */

export const PARTS = [
  'shared',
  'child',
  'people',
  'desk',
  'proof',
  'phone',
  'seen',
  'given',
  'talk',
  'meeting',
  'live',
  'decided',
] as const;
export type Part = (typeof PARTS)[number];

const FOLDERS: [RegExp, Part][] = [
  [/^web_client\/src\/(child_home|my_chair|my_views)\//, 'child'],
  [/^web_client\/src\/who_has_seen\//, 'seen'],
  [/^web_client\/src\/(shared_with_me|ui\/given)\//, 'given'],
  [/^web_client\/src\/(my_meeting|ui\/meeting)\//, 'meeting'],
  [/^web_client\/src\/(live|join|ui\/live)\//, 'live'],
  [/^web_client\/src\/decided\//, 'decided'],
  [/^web_client\/src\/(contribute\/|actions\/|talk\/adult_voice)/, 'people'],
  [/^web_client\/src\/(talk\/|unsafe\/|words\/moments)/, 'talk'],
  [
    /^web_client\/src\/(desk|today|inbox|away|caseload|summary|plan|holding|midpoint|meeting_plan|live_desk)\//,
    'desk',
  ],
  [
    /^web_client\/src\/(child_page|cards|circle|release|record|outcomes|letter|distribution|disputes|returns)\//,
    'desk',
  ],
  [/^web_client\/src\/(proof|staff|my_passphrase)\//, 'proof'],
  [/^web_client\/src\/(phone|notices)\//, 'phone'],
  [/question_sets\/(child_|pathway)/, 'child'],
  [/question_sets\//, 'people'],
];

/** The IRO's desk reads every question that was asked, so it also loads the other parts. */
export function partsOf(places: string[]): Set<Part> {
  const parts = new Set<Part>();
  for (const place of places) {
    const path = place.replace(/:\d+$/, '');
    parts.add(FOLDERS.find(([folder]) => folder.test(path))?.[1] ?? 'shared');
  }
  return parts.has('shared') ? new Set<Part>(['shared']) : parts;
}
