/** Which teams a person belongs to, as the register and the list of people name them. */

/** The teams in a person's entry: 'North; South' names two. */
export function teamsIn(entry: string): string[] {
  return [
    ...new Map(
      entry
        .split(';')
        .map((team) => team.trim())
        .filter((team) => team !== '')
        .map((team) => [teamKey(team), team]),
    ).values(),
  ];
}

/** True where the two entries name a team in common; upper and lower case are alike, and no team is in common with none. */
export function shareTeam(one: string, other: string): boolean {
  const own = new Set(teamsIn(one).map(teamKey));
  return teamsIn(other).some((team) => own.has(teamKey(team)));
}

function teamKey(team: string): string {
  return team.toLowerCase().replaceAll(/\s+/g, ' ');
}
