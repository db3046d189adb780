// Who stayed: steps with bands, and under them how many people each step still stands on.
import { ARMS, NARROW, armKey, plot } from "./chart.js";
import { percent } from "./words.js";

const ROW = 16;

export const survival = {
  texts: (points) => points.map((point) => point.text),
  key: (points) => [...armKey(points), ["open", "bands: 95 % intervals for one look"]],
  plot: (points, width) => {
    if (points.length === 0) {
      return null;
    }
    const narrow = width < NARROW;
    const lowest = d3.min(points, (point) => point.stayed.lower ?? point.stayed.value);
    const floor = lowest < 0.5 ? 0 : Math.floor((lowest - 0.02) * 10) / 10;
    const arms = Object.entries(ARMS).filter(([arm]) => points.some((point) => point.arm === arm));
    const below = 46;
    return plot({
      width,
      height: (narrow ? 260 : 300) + arms.length * ROW,
      marginLeft: 66,
      marginTop: 34,
      marginBottom: below + (arms.length + 1) * ROW,
      x: { label: "Days since the start →", labelAnchor: "center", labelOffset: 36, ticks: narrow ? 4 : 10,
        domain: [0, d3.max(points, (point) => point.day)] },
      y: { label: floor === 0 ? "↑ Still employed" : `↑ Still employed (starts at ${percent(floor)})`, grid: true,
        tickFormat: percent, domain: [floor, 1] },
      marks: [
        Plot.ruleY([floor], { stroke: "var(--zero)", strokeWidth: floor === 0 ? 1.5 : 0.5 }),
        Plot.text(["At risk"], { frameAnchor: "bottom-left", textAnchor: "end", dx: -10, dy: below + 10,
          fill: "var(--faint)" }),
        ...arms.flatMap(([arm, look], index) => {
          const own = points.filter((point) => point.arm === arm);
          const bounded = own.filter((point) => point.stayed.lower !== undefined);
          const dy = below + 10 + (index + 1) * ROW;
          return [
            Plot.areaY(bounded, { x: "day", y1: (point) => point.stayed.lower, y2: (point) => point.stayed.upper,
              fill: look.color, fillOpacity: 0.15, curve: "step-after" }),
            Plot.lineY(own, { x: "day", y: (point) => point.stayed.value, stroke: look.color, strokeWidth: 2,
              curve: "step-after", strokeDasharray: look.dash ?? undefined }),
            Plot.dot(own, { x: "day", y: (point) => point.stayed.value, fill: look.color, r: 3, symbol: look.symbol }),
            Plot.text([own[0].armName], { frameAnchor: "bottom-left", textAnchor: "end", dx: -10, dy, fill: look.color }),
            Plot.text(sparse(own, narrow ? 4 : 10), { x: "day", text: (point) => String(point.atRisk),
              frameAnchor: "bottom", dy, fill: look.color }),
          ];
        }),
        Plot.tip(points, Plot.pointer({ x: "day", y: (point) => point.stayed.value, title: "text",
          fill: "var(--panel)" })),
      ],
    });
  },
};

/** At most so many of the points that their numbers do not run into each other. */
function sparse(points, most) {
  const last = points[points.length - 1].day;
  const kept = [];
  for (const point of points) {
    if (kept.length === 0 || point.day - kept[kept.length - 1].day >= last / most) {
      kept.push(point);
    }
  }
  return kept;
}
