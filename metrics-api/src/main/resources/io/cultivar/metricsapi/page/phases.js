// Scores before, after and at follow-up, each arm as a line with the intervals of its means.
import { ARMS, NARROW, armKey, plot } from "./chart.js";
import { percent } from "./words.js";

const ORDER = ["Before", "After", "Follow-up"];
const APART = 6;

export const phases = {
  texts: (points) => points.map((point) => point.text),
  key: (points) => [...armKey(points), ["open", "bars: 95 % intervals of the means, for one look"]],
  plot: (points, width) => {
    if (points.length === 0) {
      return null;
    }
    const narrow = width < NARROW;
    return plot({
      width: Math.min(width, 720),
      height: narrow ? 240 : 280,
      marginLeft: 50,
      marginTop: 34,
      x: { type: "point", domain: ORDER, label: null, padding: 0.3 },
      y: { label: "↑ Mean score, share of the scale", tickFormat: percent, grid: true, domain: [0, 1] },
      marks: [
        Plot.ruleY([0], { stroke: "var(--zero)", strokeWidth: 1.5 }),
        ...Object.entries(ARMS).flatMap(([arm, look], index) => {
          const own = points.filter((point) => point.arm === arm);
          const dx = index === 0 ? -APART : APART;
          const bounded = own.filter((point) => point.mean.lower !== undefined);
          return [
            Plot.line(own, { x: "phaseName", y: (point) => point.mean.value, stroke: look.color, strokeWidth: 2, dx,
              strokeDasharray: look.dash ?? undefined }),
            Plot.ruleX(bounded, { x: "phaseName", y1: (point) => point.mean.lower, y2: (point) => point.mean.upper,
              stroke: look.color, strokeWidth: 2.5, dx }),
            Plot.dot(own, { x: "phaseName", y: (point) => point.mean.value, fill: look.color, r: 5, dx,
              symbol: look.symbol }),
            Plot.text(own, { x: "phaseName", y: (point) => point.mean.value, text: (point) => percent(point.mean.value),
              textAnchor: index === 0 ? "end" : "start", dx: index === 0 ? dx - 8 : dx + 8, fill: look.color }),
          ];
        }),
        Plot.tip(points, Plot.pointer({ x: "phaseName", y: (point) => point.mean.value, title: "text",
          fill: "var(--panel)" })),
      ],
    });
  },
};
