-- Where does this number come from (Moldova's convictions in 2007)?
select l.convictions, f.quote,
    p.text[greatest(1, f.char_start - p.char_start - 60) : f.char_end - p.char_start + 1] as up_to_it,
    f.report_id, d.source_path, f.rule
from marts.law_enforcement_by_year as l
join marts.fact_prosecutions as f on f.fact_id = l.convictions_fact_id
join marts.dim_report as d using (report_id)
join marts.report_paragraphs as p
    on p.report_id = f.report_id and f.char_start between p.char_start and p.char_end - 1
where l.country_code = 'MDA' and l.data_year = 2007
