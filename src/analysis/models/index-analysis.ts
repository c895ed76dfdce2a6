interface Constituent {
  readonly symbol: string;
  /** Index weight; null everywhere for an industry, whose members count alike. */
  readonly weight: number | null;
  readonly score: number | null;
  readonly changePercent: number | null;
}

interface IndexAnalysis {
  /** Members looked at: the heaviest `limit`. */
  readonly members: number;
  readonly score: number | null;
  readonly changePercent: number | null;
  readonly up: number;
  readonly down: number;
  readonly flat: number;
  /** Rising members ÷ members with a change. */
  readonly upRatio: number | null;
  readonly leaders: readonly Constituent[];
  /** Share of the weight whose score is known. */
  readonly coverage: number;
}

/** An index or industry by its heaviest members: weighted score and change, breadth, and the five best scores. Source: models.md 1.14. */
export function indexAnalysis(constituents: readonly Constituent[], limit: number): IndexAnalysis {
  const members = [...constituents].sort((a, b) => (b.weight ?? 1) - (a.weight ?? 1)).slice(0, limit);
  const weightOf = (member: Constituent): number => member.weight ?? 1;
  const weighted = (pick: (member: Constituent) => number | null): { readonly mean: number | null; readonly weight: number } => {
    let [sum, weight] = [0, 0];
    for (const member of members) {
      const value = pick(member);
      if (value === null) continue;
      sum += value * weightOf(member);
      weight += weightOf(member);
    }
    return { mean: weight > 0 ? sum / weight : null, weight };
  };
  const scored = weighted(({ score }) => score);
  const whole = members.reduce((sum, member) => sum + weightOf(member), 0);
  const changes = members.flatMap(({ changePercent }) => (changePercent === null ? [] : [changePercent]));
  const up = changes.filter((change) => change > 0).length;
  const down = changes.filter((change) => change < 0).length;
  return {
    members: members.length,
    score: scored.mean,
    changePercent: weighted(({ changePercent }) => changePercent).mean,
    up,
    down,
    flat: changes.length - up - down,
    upRatio: changes.length > 0 ? up / changes.length : null,
    leaders: members.filter(({ score }) => score !== null).sort((a, b) => (b.score ?? 0) - (a.score ?? 0)).slice(0, 5),
    coverage: whole > 0 ? scored.weight / whole : 0,
  };
}
