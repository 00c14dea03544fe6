/** The address of every page, so that rooms link to one another without importing pages. */

export const to = {
  home: "/",
  departments: "/afdelinger",
  department: (id: string) => `/afdelinger/${id}`,
  people: (department: string) => `/afdelinger/${department}/personer`,
  newPerson: (department: string, role?: string) =>
    `/afdelinger/${department}/personer/ny${question({ rolle: role })}`,
  person: (department: string, person: string) => `/afdelinger/${department}/personer/${person}`,
  role: (department: string, role: string, person: string, from?: "administration") =>
    `/afdelinger/${department}/roller/${role}${question({ person, fra: from })}`,
  handOver: (department: string, person: string) => `/afdelinger/${department}/overdrag?person=${person}`,
  unowned: (department: string) => `/afdelinger/${department}/uden-tovholder`,
  welcome: (department: string) => `/velkommen/${department}`,
  recordHistory: (record: string) => `/historik/${record}`,
  myHistory: "/mig/historik",
  organisationHistory: "/administration/historik",
  departmentHistory: (department: string) => `/afdelinger/${department}/historik`,
  boardLink: (department: string) => `/afdelinger/${department}/tavle`,
  sheet: (department: string) => `/afdelinger/${department}/ark`,
  session: (id: string) => `/droeftelser/${id}`,
  newSession: (department: string, state: "planned" | "held" = "planned", others: readonly string[] = []) =>
    `/afdelinger/${department}/droeftelse/ny${question({ state, med: others.join(",") || undefined })}`,
  assessment: (department: string) => `/afdelinger/${department}/trin/2`,
  completeStep: (department: string, number: number) => `/afdelinger/${department}/trin/${number}/afslut`,
  reopenStep: (department: string, number: number) => `/afdelinger/${department}/trin/${number}/genaabn`,
  rounds: (department: string, round?: number) =>
    `/afdelinger/${department}/runder${question({ runde: round?.toString() })}`,
  help: (department: string) => `/afdelinger/${department}/hjaelp`,
  trials: "/proevehandlinger",
  trial: (id: string) => `/proevehandlinger/${id}`,
  newTrial: (department: string) => `/afdelinger/${department}/ny-proevehandling`,
  editTrial: (id: string) => `/proevehandlinger/${id}/plan`,
  logFollowUp: (department?: string, followUp?: string) =>
    `/foelg-op${question({ afdeling: department, opfoelgning: followUp })}`,
  followUp: (id: string) => `/opfoelgninger/${id}`,
  editFollowUp: (id: string) => `/opfoelgninger/${id}/ret`,
  newFollowUp: (department: string, given: { kind?: string; trial?: string; agreement?: string } = {}) =>
    `/afdelinger/${department}/ny-opfoelgning${question({
      slags: given.kind,
      proevehandling: given.trial,
      aftale: given.agreement,
    })}`,
  agreement: (id: string) => `/aftaler/${id}`,
  editAgreement: (id: string) => `/aftaler/${id}/ret`,
  newAgreement: (department: string) => `/afdelinger/${department}/ny-aftale`,
  administration: "/administration",
  allPeople: "/administration/personer",
  onePerson: (id: string) => `/administration/personer/${id}`,
  giveRole: (person?: string) => `/administration/personer/ny${question({ person })}`,
  imports: "/administration/import",
  import: (id: string) => `/administration/import/${id}`,
  organisation: "/administration/organisation",
  node: (id: string) => `/administration/organisation/${id}`,
  nodeAct: (id: string, act: string) => `/administration/organisation/${id}/${act}`,
  newNode: (over?: string) => `/administration/organisation/ny${question({ over })}`,
  waves: (department?: string) => (department ? `/afdelinger/${department}/maalinger` : "/maalinger"),
  newWave: (departments: readonly string[] = []) =>
    `/maalinger/ny${question({ afdelinger: departments.join(",") || undefined })}`,
  instrument: "/maalinger/spoergsmaal",
  wave: (id: string) => `/maalinger/${id}`,
  editWave: (id: string) => `/maalinger/${id}/ret`,
  slips: (wave: string, unit?: string) => `/maalinger/${wave}/sedler${question({ enhed: unit })}`,
  result: (wave: string, node: string) => `/maalinger/${wave}/resultat/${node}`,
  committee: (wave: string) => `/maalinger/${wave}/hmu`,
  cards: "/psykologisk-tryghed/dialogkort",
  cardsAtMeeting: "/psykologisk-tryghed/dialogkort/moede",
  overview: "/hmu",
  papers: (department?: string, meeting?: string) =>
    `${department ? `/afdelinger/${department}` : "/hmu"}/papirer${question({ moede: meeting })}`,
  rollout: "/udrulning",
  tracks: "/spor",
  ambassadors: "/spor/ambassadoerer",
  newLeaders: "/spor/nye-ledere",
  gatherings: (kind: string) => `/spor/${kind}`,
  newGathering: (kind: string, forum?: string) => `/spor/${kind}/ny${question({ forum })}`,
  gathering: (kind: string, id: string) => `/spor/${kind}/${id}`,
  departmentRollout: (department: string) => `/afdelinger/${department}/udrulning`,
  search: (q?: string, kind?: string) => `/soeg${question({ q, slags: kind })}`,
  experiences: (department?: string) => `/erfaringer${question({ afdeling: department })}`,
  experience: (id: string, act?: string) => `/erfaringer/${id}${act ? `/${act}` : ""}`,
  newExperience: (department: string, from: string, id: string) =>
    `/erfaringer/ny${question({ afdeling: department, fra: from, id })}`,
  library: "/redskaber",
  tool: (key: string) => `/redskaber/${key}`,
  about: "/psykologisk-tryghed",
  material: (id: string) => `/materiale/${id}`,
  newMaterial: (kind?: string, tool?: string) => `/materiale/ny${question({ slags: kind, redskab: tool })}`,
  editMaterial: (id: string) => `/materiale/${id}/ret`,
  materialVersions: (id: string, number?: number) =>
    `/materiale/${id}/udgaver${question({ nr: number?.toString() })}`,
  signIn: (next?: string) => `/log-ind${question({ videre: next })}`,
  accessibility: "/tilgaengelighed",
  privacy: "/oplysninger",
} satisfies Record<string, string | ((...parts: never[]) => string)>;

function question(given: Record<string, string | undefined>): string {
  const known = Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return known.length > 0 ? `?${new URLSearchParams(known)}` : "";
}
