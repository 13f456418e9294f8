CREATE VIEW facts AS
SELECT
  figures.*,
  (SELECT count(*) FROM figures AS said WHERE said.fact = figures.figure_id) AS statements,
  (SELECT count(DISTINCT said.source_id) FROM figures AS said WHERE said.fact = figures.figure_id)
    AS articles
FROM figures
WHERE figures.figure_id = figures.fact;

CREATE VIEW figures_in_articles AS
SELECT
  figures.figure_id,
  figures.quote,
  figures.value,
  figures.low,
  figures.high,
  figures.bound,
  figures.unit,
  figures.per,
  figures.change,
  figures.measured,
  measures.label AS measure_label,
  coalesce(places.label, figures.place_text) AS place_label,
  figures.period,
  figures.status,
  figures.speaker,
  figures.sentence,
  sources.title AS article,
  sources.publisher,
  sources.published,
  coalesce(figures.link, sources.url) AS link,
  figures.source_id,
  figures.char_start,
  figures.char_end
FROM figures
JOIN sources ON sources.source_id = figures.source_id
LEFT JOIN measures ON measures.code = figures.measure
LEFT JOIN places ON places.code = figures.place
ORDER BY figures.rowid;

CREATE VIEW series AS
SELECT
  figures.measure,
  measures.label AS measure_label,
  figures.place,
  places.label AS place_label,
  figures.period,
  figures.period_start,
  figures.period_end,
  figures.value,
  figures.low,
  figures.high,
  figures.bound,
  figures.unit,
  figures.per,
  figures.per_quantity,
  figures.status,
  figures.speaker,
  reference.value AS official_value,
  reference.period AS official_period,
  reference.dataset AS official_dataset,
  reference.vintage AS official_vintage,
  checks.verdict,
  figures.figure_id,
  figures.source_id,
  reference.reference_id
FROM figures
JOIN measures ON measures.code = figures.measure
JOIN places ON places.code = figures.place
LEFT JOIN check_figures
  ON check_figures.figure_id = figures.figure_id
  AND check_figures.check_id IN (SELECT check_id FROM checks WHERE kind = 'reference')
LEFT JOIN checks ON checks.check_id = check_figures.check_id
LEFT JOIN reference ON reference.reference_id = checks.reference_id
WHERE figures.figure_id = figures.fact AND figures.change IS NULL AND figures.period IS NOT NULL
ORDER BY figures.measure, figures.place, figures.period_start, figures.period_end, figures.rowid;

CREATE VIEW checks_in_figures AS
SELECT
  checks.check_id,
  checks.verdict,
  checks.kind,
  checks.explanation,
  checks.stated,
  checks.computed,
  reference.value AS official_value,
  reference.dataset AS official_dataset,
  check_figures.role,
  figures.quote,
  figures.unit,
  figures.period,
  figures.sentence,
  figures.link,
  figures.source_id,
  figures.figure_id
FROM checks
JOIN check_figures ON check_figures.check_id = checks.check_id
JOIN figures ON figures.figure_id = check_figures.figure_id
LEFT JOIN reference ON reference.reference_id = checks.reference_id
ORDER BY checks.rowid, check_figures.rowid;
