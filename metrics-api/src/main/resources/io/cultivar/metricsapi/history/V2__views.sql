-- One view for each question. Amounts are numeric, exactly; estimates are double precision, bit by bit; times are of the events.
-- lower and upper are the fixed 95 % interval, always_valid_lower and _upper the one that holds however often one looks.
-- Where withheld is not null the numbers are null: too few people stand behind them.

CREATE VIEW programs AS
SELECT content ->> 'program'                                             AS program,
       content ->> 'title'                                               AS title,
       (content ->> 'asOf')::timestamptz                                 AS as_of,
       content ->> 'sourcing'                                            AS sourcing,
       content ->> 'provider'                                            AS provider,
       content ->> 'skillArea'                                           AS skill_area,
       content ->> 'format'                                              AS format,
       content ->> 'design'                                              AS design,
       (content ->> 'eligible')::bigint                                  AS eligible,
       (content #>> '{participation,enrolled,employees}')::bigint           AS enrolled,
       (content #>> '{participation,completed,employees}')::bigint          AS completed,
       (content #>> '{roi,value}')::double precision                     AS roi,
       (content #>> '{roi,lower}')::double precision                     AS roi_lower,
       (content #>> '{roi,upper}')::double precision                     AS roi_upper,
       (content #>> '{roi,alwaysValid,lower}')::double precision         AS roi_always_valid_lower,
       (content #>> '{roi,alwaysValid,upper}')::double precision         AS roi_always_valid_upper,
       content #>> '{evidence,grade}'                                    AS grade,
       content ->> 'decision'                                            AS decision,
       (content ->> 'provisional')::boolean                              AS provisional,
       content ->> 'state'                                               AS state,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'programs';
COMMENT ON VIEW programs IS 'One program a row: what it is, who took part, what it returned';

CREATE VIEW effects AS
SELECT content ->> 'program'                                                         AS program,
       content ->> 'title'                                                           AS title,
       content ->> 'metric'                                                          AS metric,
       content ->> 'metricTitle'                                                     AS metric_title,
       content ->> 'unit'                                                            AS unit,
       content ->> 'better'                                                          AS better,
       (content ->> 'primary')::boolean                                              AS is_primary,
       content ->> 'design'                                                          AS design,
       (content #>> '{treatment,measured}')::bigint                                  AS treated,
       (content #>> '{control,measured}')::bigint                                    AS controls,
       (content #>> '{treatment,meanChange}')::double precision                      AS treatment_change,
       (content #>> '{control,meanChange}')::double precision                        AS control_change,
       (content #>> '{differenceInDifferences,value}')::double precision             AS effect,
       (content #>> '{differenceInDifferences,standardError}')::double precision     AS standard_error,
       (content #>> '{differenceInDifferences,lower}')::double precision             AS lower,
       (content #>> '{differenceInDifferences,upper}')::double precision             AS upper,
       (content #>> '{differenceInDifferences,alwaysValid,lower}')::double precision AS always_valid_lower,
       (content #>> '{differenceInDifferences,alwaysValid,upper}')::double precision AS always_valid_upper,
       (content ->> 'p')::double precision                                           AS p,
       (content ->> 'adjustedP')::double precision                                   AS adjusted_p,
       (content #>> '{relative,value}')::double precision                            AS relative_effect,
       (content #>> '{relative,lower}')::double precision                            AS relative_lower,
       (content #>> '{relative,upper}')::double precision                            AS relative_upper,
       (content #>> '{hedgesG,value}')::double precision                             AS hedges_g,
       (content #>> '{minimumDetectable,absolute}')::double precision                AS detectable_effect,
       (content #>> '{minimumDetectable,relative}')::double precision                AS detectable_relative_effect,
       content #>> '{evidence,grade}'                                                AS grade,
       content ->> 'decision'                                                        AS decision,
       (content ->> 'provisional')::boolean                                          AS provisional,
       content ->> 'withheld'                                                        AS withheld,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'effects';
COMMENT ON VIEW effects IS 'What a program did to one metric: difference-in-differences of treatment and control';

CREATE VIEW staggered_effects AS
SELECT content ->> 'program'                                  AS program,
       content ->> 'title'                                    AS title,
       content ->> 'metric'                                   AS metric,
       content ->> 'comparisonGroup'                          AS comparison_group,
       content ->> 'kind'                                     AS kind,
       (content ->> 'start')::date                            AS turn,
       (content ->> 'period')::date                           AS period,
       (content ->> 'elapsed')::integer                       AS elapsed,
       (content ->> 'treated')::bigint                        AS treated,
       (content ->> 'controls')::bigint                       AS controls,
       (content #>> '{effect,value}')::double precision       AS effect,
       (content #>> '{effect,standardError}')::double precision AS standard_error,
       (content #>> '{effect,lower}')::double precision       AS lower,
       (content #>> '{effect,upper}')::double precision       AS upper,
       content ->> 'withheld'                                 AS withheld,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'staggered';
COMMENT ON VIEW staggered_effects IS 'Effects where people''s turns came one after the other; kind dynamic tells them by periods since (elapsed)';

-- After Abramowitz and Stegun 26.7.5, four terms; the constants are its polynomials at the normal quantile 1.9599639845.
-- No arm with a number has fewer than five people, so df is 4 at least: there it is 0.04 % too small, from 10 on four millionths at most.
CREATE FUNCTION t_quantile_975(df double precision) RETURNS double precision
    IMMUTABLE STRICT PARALLEL SAFE
    RETURN 1.959963984540054 + 2.372271230299 / df + 2.822498615740 / df ^ 2 + 2.555849679508 / df ^ 3 + 1.589534053394 / df ^ 4;
COMMENT ON FUNCTION t_quantile_975 IS 'Quantile 0.975 of Student''s t; for df of 4 or more within 0.04 %';

CREATE VIEW trends AS
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
COMMENT ON VIEW trends IS 'A metric in one arm, period by period, by the time of the events';
COMMENT ON COLUMN trends.bucket IS 'week or month: each metric has the one that it is published in';
COMMENT ON COLUMN trends.period IS 'First day of the period';
COMMENT ON COLUMN trends.period_end IS 'First day after the period';
COMMENT ON COLUMN trends.provisional IS 'Whether the period is not over yet';
COMMENT ON COLUMN trends.time IS 'The same as an instant, for time axes';
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

CREATE VIEW assessments AS
SELECT content ->> 'program'                               AS program,
       content ->> 'title'                                 AS title,
       content ->> 'assessment'                            AS assessment,
       content ->> 'skill'                                 AS skill,
       content ->> 'arm'                                   AS arm,
       (content ->> 'paired')::bigint                      AS paired,
       (content #>> '{gain,value}')::double precision      AS gain,
       (content #>> '{gain,lower}')::double precision      AS gain_lower,
       (content #>> '{gain,upper}')::double precision      AS gain_upper,
       (content #>> '{hedgesG,value}')::double precision   AS hedges_g,
       (content #>> '{hedgesG,lower}')::double precision   AS hedges_g_lower,
       (content #>> '{hedgesG,upper}')::double precision   AS hedges_g_upper,
       (content ->> 'followedUp')::bigint                  AS followed_up,
       (content #>> '{decay,value}')::double precision     AS decay,
       (content #>> '{lasting,value}')::double precision   AS lasting,
       content ->> 'withheld'                              AS withheld,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'assessments';
COMMENT ON VIEW assessments IS 'What people learnt: gain from pre to post, what was forgotten since (decay) and what lasts, as shares of the scale';

CREATE VIEW assessment_phases AS
SELECT content ->> 'program'                                    AS program,
       content ->> 'title'                                      AS title,
       content ->> 'assessment'                                 AS assessment,
       content ->> 'skill'                                      AS skill,
       content ->> 'arm'                                        AS arm,
       phase.value ->> 'phase'                                  AS phase,
       (phase.value ->> 'assessed')::bigint                     AS assessed,
       (phase.value ->> 'mean')::double precision               AS mean,
       (phase.value ->> 'standardDeviation')::double precision  AS standard_deviation,
       (phase.value ->> 'judged')::bigint                       AS judged,
       (phase.value ->> 'passed')::bigint                       AS passed,
       phase.value ->> 'withheld'                               AS withheld,
       first_published_at,
       changed_at
FROM published_row, jsonb_array_elements(content -> 'phases') AS phase
WHERE dataset = 'assessments';
COMMENT ON VIEW assessment_phases IS 'What people scored before, after and at the follow-up, as shares of the scale';

CREATE VIEW feedback AS
SELECT content ->> 'program'                               AS program,
       content ->> 'title'                                 AS title,
       content ->> 'respondent'                            AS respondent,
       (content ->> 'people')::bigint                      AS people,
       (content ->> 'responses')::bigint                   AS responses,
       (content ->> 'satisfaction')::double precision      AS satisfaction,
       (content ->> 'recommend')::double precision         AS recommend,
       (content ->> 'netPromoterScore')::double precision  AS net_promoter_score,
       (content ->> 'applied')::double precision           AS applied,
       content ->> 'withheld'                              AS withheld,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'feedback';
COMMENT ON VIEW feedback IS 'What one kind of respondent said about a program, as shares';

CREATE VIEW feedback_themes AS
SELECT content ->> 'program'              AS program,
       content ->> 'title'                AS title,
       content ->> 'respondent'           AS respondent,
       content ->> 'theme'                AS theme,
       (content ->> 'people')::bigint     AS people,
       (content ->> 'responses')::bigint  AS responses,
       content ->> 'withheld'             AS withheld,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'feedback-themes';
COMMENT ON VIEW feedback_themes IS 'What comments are about';

CREATE VIEW retention AS
SELECT content ->> 'program'                              AS program,
       content ->> 'title'                                AS title,
       content ->> 'arm'                                  AS arm,
       (content ->> 'horizonDays')::integer               AS horizon_days,
       (content ->> 'followed')::bigint                   AS followed,
       (content ->> 'retained')::bigint                   AS retained,
       (content ->> 'rate')::double precision             AS rate,
       (content ->> 'lower')::double precision            AS lower,
       (content ->> 'upper')::double precision            AS upper,
       (content ->> 'atRisk')::bigint                     AS at_risk,
       (content #>> '{survival,value}')::double precision AS survival,
       (content #>> '{survival,lower}')::double precision AS survival_lower,
       (content #>> '{survival,upper}')::double precision AS survival_upper,
       content ->> 'withheld'                             AS withheld,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'retention';
COMMENT ON VIEW retention IS 'Who stayed for so many days, by arm: rate of those followed that long, survival (Kaplan-Meier) of all';

CREATE VIEW retention_differences AS
SELECT content ->> 'program'                                         AS program,
       content ->> 'title'                                           AS title,
       (difference.value ->> 'horizonDays')::integer                 AS horizon_days,
       (difference.value #>> '{difference,value}')::double precision AS difference,
       (difference.value #>> '{difference,lower}')::double precision AS lower,
       (difference.value #>> '{difference,upper}')::double precision AS upper,
       (difference.value ->> 'complete')::boolean                    AS complete,
       (difference.value ->> 'minimumDetectable')::double precision  AS detectable_difference,
       (content #>> '{hazardRatio,value}')::double precision         AS hazard_ratio,
       (content #>> '{hazardRatio,lower}')::double precision         AS hazard_ratio_lower,
       (content #>> '{hazardRatio,upper}')::double precision         AS hazard_ratio_upper,
       (content #>> '{logRank,p}')::double precision                 AS log_rank_p,
       content #>> '{evidence,grade}'                                AS grade,
       content ->> 'withheld'                                        AS withheld,
       first_published_at,
       changed_at
FROM published_row
         LEFT JOIN LATERAL jsonb_array_elements(content -> 'differences') AS difference ON true
WHERE dataset = 'retention-comparisons';
COMMENT ON VIEW retention_differences IS 'Whether the treated stayed longer: survival of treatment minus control at each horizon';

CREATE VIEW survival_curves AS
SELECT content ->> 'program'                           AS program,
       content ->> 'title'                             AS title,
       content ->> 'arm'                               AS arm,
       content ->> 'leaving'                           AS leaving,
       (point.value ->> 'day')::integer                AS day,
       (point.value ->> 'atRisk')::bigint              AS at_risk,
       (point.value ->> 'left')::bigint                AS left_since,
       (point.value ->> 'survival')::double precision  AS survival,
       (point.value ->> 'lower')::double precision     AS lower,
       (point.value ->> 'upper')::double precision     AS upper,
       content ->> 'withheld'                          AS withheld,
       first_published_at,
       changed_at
FROM published_row
         LEFT JOIN LATERAL jsonb_array_elements(content -> 'points') AS point ON true
WHERE dataset = 'retention-curves';
COMMENT ON VIEW survival_curves IS 'How long people stayed, day by day (Kaplan-Meier); program is null for the whole company';

CREATE VIEW cost_items AS
SELECT content ->> 'program'                           AS program,
       content ->> 'title'                             AS title,
       to_date(item.value ->> 'month', 'YYYY-MM')      AS month,
       item.value ->> 'category'                       AS category,
       item.value ->> 'provider'                       AS provider,
       item.value ->> 'currency'                       AS currency,
       (item.value ->> 'amount')::numeric              AS amount,
       first_published_at,
       changed_at
FROM published_row, jsonb_array_elements(content -> 'items') AS item
WHERE dataset = 'costs';
COMMENT ON VIEW cost_items IS 'What was posted, by month, category and provider, each in the currency that it was posted in';

CREATE VIEW costs AS
SELECT content ->> 'program'                            AS program,
       content ->> 'title'                              AS title,
       content ->> 'currency'                           AS currency,
       (content ->> 'total')::numeric                   AS total,
       (content ->> 'standardError')::double precision  AS standard_error,
       (content ->> 'participantTimeDerived')::numeric  AS participant_time_derived,
       content ->> 'withheld'                           AS withheld,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'costs';
COMMENT ON VIEW costs IS 'What a program cost, fully loaded: what was posted, and participants'' time where none was';

CREATE VIEW roi AS
SELECT content ->> 'program'                                             AS program,
       content ->> 'title'                                               AS title,
       content ->> 'currency'                                            AS currency,
       content ->> 'design'                                              AS design,
       content ->> 'basis'                                               AS basis,
       (content ->> 'measured')::bigint                                  AS measured,
       (content ->> 'controls')::bigint                                  AS controls,
       (content ->> 'cost')::numeric                                     AS cost,
       (content #>> '{benefit,value}')::double precision                 AS benefit,
       (content #>> '{benefit,lower}')::double precision                 AS benefit_lower,
       (content #>> '{benefit,upper}')::double precision                 AS benefit_upper,
       (content #>> '{netBenefit,value}')::double precision              AS net_benefit,
       (content #>> '{netBenefit,lower}')::double precision              AS net_benefit_lower,
       (content #>> '{netBenefit,upper}')::double precision              AS net_benefit_upper,
       (content #>> '{netBenefit,alwaysValid,lower}')::double precision  AS net_benefit_always_valid_lower,
       (content #>> '{netBenefit,alwaysValid,upper}')::double precision  AS net_benefit_always_valid_upper,
       (content #>> '{roi,value}')::double precision                     AS roi,
       (content #>> '{roi,lower}')::double precision                     AS roi_lower,
       (content #>> '{roi,upper}')::double precision                     AS roi_upper,
       (content #>> '{roi,alwaysValid,lower}')::double precision         AS roi_always_valid_lower,
       (content #>> '{roi,alwaysValid,upper}')::double precision         AS roi_always_valid_upper,
       (content #>> '{benefitCostRatio,value}')::double precision        AS benefit_cost_ratio,
       (content ->> 'probabilityPositive')::double precision             AS probability_positive,
       (content ->> 'paybackMonths')::double precision                   AS payback_months,
       (content #>> '{netPresentValue,value}')::double precision         AS net_present_value,
       (content #>> '{turnover,stayers,value}')::double precision        AS stayers,
       (content #>> '{turnover,stayers,lower}')::double precision        AS stayers_lower,
       (content #>> '{turnover,stayers,upper}')::double precision        AS stayers_upper,
       (content #>> '{turnover,costPerLeaver}')::double precision        AS cost_per_leaver,
       (content #>> '{turnover,meanSalary}')::double precision           AS mean_salary,
       content #>> '{evidence,grade}'                                    AS grade,
       content ->> 'decision'                                            AS decision,
       (content ->> 'provisional')::boolean                              AS provisional,
       content ->> 'state'                                               AS state,
       content ->> 'withheld'                                            AS withheld,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'roi';
COMMENT ON VIEW roi IS 'What a program returned; stayers are people who stayed because of it';

CREATE VIEW portfolio AS
SELECT content ->> 'currency'                                            AS currency,
       (content ->> 'programs')::bigint                                  AS programs,
       (content ->> 'measured')::bigint                                  AS measured,
       (content ->> 'proven')::bigint                                    AS proven,
       (content ->> 'cost')::numeric                                     AS cost,
       (content ->> 'measuredCost')::numeric                             AS measured_cost,
       (content ->> 'measuredShare')::double precision                   AS measured_share,
       (content #>> '{netBenefit,value}')::double precision              AS net_benefit,
       (content #>> '{netBenefit,lower}')::double precision              AS net_benefit_lower,
       (content #>> '{netBenefit,upper}')::double precision              AS net_benefit_upper,
       (content #>> '{roi,value}')::double precision                     AS roi,
       (content #>> '{roi,lower}')::double precision                     AS roi_lower,
       (content #>> '{roi,upper}')::double precision                     AS roi_upper,
       (content #>> '{roi,alwaysValid,lower}')::double precision         AS roi_always_valid_lower,
       (content #>> '{roi,alwaysValid,upper}')::double precision         AS roi_always_valid_upper,
       (content ->> 'probabilityPositive')::double precision             AS probability_positive,
       (content ->> 'sharedPeople')::boolean                             AS shared_people,
       (content ->> 'providerConcentration')::double precision           AS provider_concentration,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'roi-portfolio';
COMMENT ON VIEW portfolio IS 'What all programs of one currency returned together';

CREATE VIEW sourcing AS
SELECT content ->> 'skillArea'                                            AS skill_area,
       content ->> 'currency'                                             AS currency,
       (content #>> '{inHouse,programs}')::bigint                         AS in_house_programs,
       (content #>> '{inHouse,completed}')::bigint                        AS in_house_completed,
       (content #>> '{inHouse,cost}')::numeric                            AS in_house_cost,
       (content #>> '{inHouse,costPerCompletion}')::double precision      AS in_house_cost_per_completion,
       (content #>> '{inHouse,benefitPerPerson,value}')::double precision AS in_house_benefit_per_person,
       (content #>> '{external,programs}')::bigint                        AS external_programs,
       (content #>> '{external,completed}')::bigint                       AS external_completed,
       (content #>> '{external,cost}')::numeric                           AS external_cost,
       (content #>> '{external,costPerCompletion}')::double precision     AS external_cost_per_completion,
       (content #>> '{external,benefitPerPerson,value}')::double precision AS external_benefit_per_person,
       (content #>> '{netBenefitDifference,value}')::double precision     AS net_benefit_difference,
       (content #>> '{netBenefitDifference,lower}')::double precision     AS net_benefit_difference_lower,
       (content #>> '{netBenefitDifference,upper}')::double precision     AS net_benefit_difference_upper,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'sourcing';
COMMENT ON VIEW sourcing IS 'In-house or external, by skill area; the difference is in-house minus external, for each person';

CREATE VIEW provider_targets AS
SELECT content ->> 'provider'                    AS provider,
       kpi.value ->> 'kpi'                       AS kpi,
       (kpi.value ->> 'measuredAt')::timestamptz AS measured_at,
       (kpi.value ->> 'value')::numeric          AS reached,
       (kpi.value ->> 'target')::numeric         AS target,
       kpi.value ->> 'better'                    AS better,
       (kpi.value ->> 'periods')::bigint         AS periods,
       (kpi.value ->> 'breached')::bigint        AS breached,
       first_published_at,
       changed_at
FROM published_row, jsonb_array_elements(content -> 'kpis') AS kpi
WHERE dataset = 'providers';
COMMENT ON VIEW provider_targets IS 'How providers do against what was agreed: the newest figure, and how often the target was missed';

CREATE VIEW provider_spend AS
SELECT content ->> 'provider'                      AS provider,
       paid.value ->> 'currency'                   AS currency,
       (paid.value ->> 'amount')::numeric          AS amount,
       (paid.value ->> 'share')::double precision  AS share,
       (paid.value ->> 'contractEnd')::date        AS contract_end,
       first_published_at,
       changed_at
FROM published_row, jsonb_array_elements(content -> 'spend') AS paid
WHERE dataset = 'providers';
COMMENT ON VIEW provider_spend IS 'What providers were paid, and their share of all spend in that currency that names a provider';

CREATE VIEW skill_gaps AS
SELECT content ->> 'skill'                         AS skill,
       content ->> 'group'                         AS department_or_role,
       (content ->> 'required')::numeric           AS required_level,
       (content ->> 'employees')::bigint           AS employees,
       (content ->> 'assessed')::bigint            AS assessed,
       (content ->> 'meanLevel')::double precision AS mean_level,
       (content ->> 'meanGap')::double precision   AS mean_gap,
       (content ->> 'below')::bigint               AS below,
       content ->> 'withheld'                      AS withheld,
       first_published_at,
       changed_at
FROM published_row
WHERE dataset = 'skills-gaps';
COMMENT ON VIEW skill_gaps IS 'How far people of a department or role are from the level that their work needs, 0 to 5';

CREATE VIEW restatements AS
SELECT (content ->> 'published')::timestamptz                    AS published_at,
       content ->> 'program'                                     AS program,
       content ->> 'figure'                                      AS figure,
       content ->> 'about'                                       AS about,
       content ->> 'change'                                      AS change,
       (SELECT string_agg(cause.value, ', ') FROM jsonb_array_elements_text(content -> 'causes') AS cause) AS causes,
       (content #>> '{before,value}')::double precision          AS before,
       (content #>> '{before,lower}')::double precision          AS before_lower,
       (content #>> '{before,upper}')::double precision          AS before_upper,
       (content #>> '{now,value}')::double precision             AS after,
       (content #>> '{now,lower}')::double precision             AS after_lower,
       (content #>> '{now,upper}')::double precision             AS after_upper
FROM published_row
WHERE dataset = 'restatements';
COMMENT ON VIEW restatements IS 'Figures that had been published and changed: from what to what, when, and which kinds of input caused it';

CREATE VIEW withheld_cells AS
SELECT cell.value ->> 'group'            AS about,
       cell.value ->> 'reason'           AS reason,
       (cell.value ->> 'cells')::bigint  AS cells,
       changed_at
FROM published_row, jsonb_array_elements(content -> 'withheld') AS cell
WHERE dataset = 'data-quality';
COMMENT ON VIEW withheld_cells IS 'How much is not shown, and why';

CREATE VIEW watermarks AS
SELECT (content ->> 'published')::timestamptz                  AS published_at,
       (content #>> '{pipeline,asOf}')::timestamptz            AS as_of,
       (content #>> '{pipeline,latestEventTime}')::timestamptz AS latest_event_time,
       (content #>> '{pipeline,identityConflicts}')::bigint    AS identity_conflicts,
       (content #>> '{pipeline,registerConflicts}')::bigint    AS register_conflicts,
       changed_at
FROM published_row
WHERE dataset = 'data-quality';
COMMENT ON VIEW watermarks IS 'How far the input has been read; one row';
