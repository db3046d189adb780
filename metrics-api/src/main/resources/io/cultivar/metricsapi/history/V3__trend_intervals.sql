-- Trends with the 95 % intervals of their means, and the difference of the arms period by period.

-- After Abramowitz and Stegun 26.7.5, four terms; the constants are its polynomials at the normal quantile 1.9599639845.
-- No arm with a number has fewer than five people, so df is 4 at least: there it is 0.04 % too small, from 10 on four millionths at most.
CREATE FUNCTION t_quantile_975(df double precision) RETURNS double precision
    IMMUTABLE STRICT PARALLEL SAFE
    RETURN 1.959963984540054 + 2.372271230299 / df + 2.822498615740 / df ^ 2 + 2.555849679508 / df ^ 3 + 1.589534053394 / df ^ 4;
COMMENT ON FUNCTION t_quantile_975 IS 'Quantile 0.975 of Student''s t; for df of 4 or more within 0.04 %';

CREATE OR REPLACE VIEW trends AS
SELECT point.*,
       standard_deviation / sqrt(measured)                                                   AS standard_error,
       mean - t_quantile_975(measured - 1.0) * standard_deviation / sqrt(measured)           AS lower,
       mean + t_quantile_975(measured - 1.0) * standard_deviation / sqrt(measured)           AS upper
FROM (SELECT content ->> 'program'                               AS program,
             content ->> 'title'                                 AS title,
             content ->> 'metric'                                AS metric,
             content ->> 'arm'                                   AS arm,
             content ->> 'bucket'                                AS bucket,
             (content ->> 'from')::date                          AS period,
             (content ->> 'to')::date                            AS period_end,
             (content ->> 'from')::timestamp AT TIME ZONE 'UTC'  AS time,
             (content ->> 'provisional')::boolean                AS provisional,
             (content ->> 'measured')::bigint                    AS measured,
             (content ->> 'mean')::double precision              AS mean,
             (content ->> 'standardDeviation')::double precision AS standard_deviation,
             content ->> 'withheld'                              AS withheld,
             first_published_at,
             changed_at
      FROM published_row
      WHERE dataset = 'trends') AS point;
COMMENT ON COLUMN trends.lower IS 'Of the 95 % interval of the mean for one look (Student''s t)';

CREATE VIEW trend_differences AS
SELECT program,
       title,
       metric,
       bucket,
       period,
       period_end,
       time,
       provisional,
       treated,
       controls,
       difference,
       sqrt(squared_error)                                        AS standard_error,
       difference - t_quantile_975(df) * sqrt(squared_error)      AS lower,
       difference + t_quantile_975(df) * sqrt(squared_error)      AS upper,
       withheld,
       first_published_at,
       changed_at
FROM (SELECT program,
             treatment.title,
             metric,
             bucket,
             period,
             treatment.period_end,
             treatment.time,
             treatment.provisional OR control.provisional                                            AS provisional,
             -- Of a period that is withheld in one arm nothing is told here.
             CASE WHEN control.withheld IS NULL THEN treatment.measured END                          AS treated,
             CASE WHEN treatment.withheld IS NULL THEN control.measured END                          AS controls,
             treatment.mean - control.mean                                                           AS difference,
             treatment.standard_error ^ 2 + control.standard_error ^ 2                               AS squared_error,
             -- Welch and Satterthwaite; no interval where neither arm varies.
             (treatment.standard_error ^ 2 + control.standard_error ^ 2) ^ 2
                 / nullif(treatment.standard_error ^ 4 / (treatment.measured - 1)
                              + control.standard_error ^ 4 / (control.measured - 1), 0)              AS df,
             coalesce(treatment.withheld, control.withheld)                                          AS withheld,
             greatest(treatment.first_published_at, control.first_published_at)                      AS first_published_at,
             greatest(treatment.changed_at, control.changed_at)                                      AS changed_at
      FROM trends AS treatment
               JOIN trends AS control USING (program, metric, bucket, period)
      WHERE treatment.arm = 'treatment'
        AND control.arm = 'control') AS compared;
COMMENT ON VIEW trend_differences IS 'Mean of treatment minus mean of control, period by period, by the time of the events (Welch)';
COMMENT ON COLUMN trend_differences.lower IS 'Of the 95 % interval for one look; the arms may have differed before the program';
