-- Which numbers did the extractor not understand?
select r.report_id, r.section, r.quote, r.sentence
from marts.residual_numbers as r
order by r.report_id, r.char_start
