// A metric period by period: trained and controls, each with the band of its mean, and when training began.
import { ARMS, NARROW, armKey, extent, plot } from "./chart.js";

export const trend = {
  texts: (data) => data.points.map((point) => point.text),
  key: (data) => [
    ...armKey(data.points),
    ["open", "bands: 95 % intervals of the means, for one look"],
    ...(data.points.some((point) => point.provisional) ? [["open", "hollow: a period that is not over"]] : []),
    ...(data.starts.length > 0 ? [["start", "dotted line: training begins"]] : []),
  ],
  plot: (data, width) => {
    const points = data.points.map((point) => ({ ...point, from: new Date(point.from) }));
    if (points.length === 0) {
      return null;
    }
    const starts = data.starts.map((day) => new Date(day));
    const narrow = width < NARROW;
    const ends = extent(points.map((point) => point.mean));
    const zero = ends[0] <= 0 || ends[0] / ends[1] < 0.25;
    return plot({
      width,
      height: narrow ? 260 : 320,
      marginLeft: 50,
      marginTop: 34,
      marginBottom: 36,
      x: { type: "utc", label: null, ticks: narrow ? 4 : 10 },
      y: { label: zero ? `↑ ${data.label}` : `↑ ${data.label} (does not start at zero)`, grid: true, nice: true,
        domain: zero ? extent(points.map((point) => point.mean), 0) : ends },
      marks: [
        zero ? Plot.ruleY([0], { stroke: "var(--zero)", strokeWidth: 1.5 }) : null,
        Plot.ruleX(starts, { stroke: "currentColor", strokeDasharray: "2,3", strokeWidth: 1.5 }),
        ...Object.entries(ARMS).flatMap(([arm, look]) => {
          const own = points.filter((point) => point.arm === arm);
          const bounded = own.filter((point) => point.mean.lower !== undefined);
          return [
            Plot.areaY(bounded, { x: "from", y1: (point) => point.mean.lower, y2: (point) => point.mean.upper,
              fill: look.color, fillOpacity: 0.15 }),
            Plot.lineY(own, { x: "from", y: (point) => point.mean.value, stroke: look.color, strokeWidth: 2,
              strokeDasharray: look.dash ?? undefined }),
            Plot.dot(own, { x: "from", y: (point) => point.mean.value, r: 3.5, symbol: look.symbol,
              stroke: look.color, fill: (point) => (point.provisional ? "var(--paper)" : look.color) }),
          ];
        }),
        Plot.tip(points, Plot.pointer({ x: "from", y: (point) => point.mean.value, title: "text",
          fill: "var(--panel)" })),
      ],
    });
  },
};
