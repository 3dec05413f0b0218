-- What in the reports does not fit together?
select q.report_id, q.check_name, q.severity, q.expected, q.actual
from marts.quality_issues as q
order by q.report_id, q.check_name, q.issue_id
