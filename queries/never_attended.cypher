// meetings
MATCH (m:Meeting)-[:MEETING_OF]->(f:Forum {id: $forum})
OPTIONAL MATCH (m)-[:RECORDED_IN]->(d:Document)
RETURN DISTINCT m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       f.id AS forum, f.name AS forumName, f.abbreviation AS forumShort, d.id AS document

// statements
MATCH (:Forum {id: $forum})<-[:MEETING_OF]-(m:Meeting)<-[a:ATTENDANCE]-(k:Municipality)
WHERE m.recorded
RETURN DISTINCT m.id AS meeting, k.id AS municipality, k.name AS municipalityName, a.status AS status, a.reason AS reason,
       a.document AS document, a.passages AS passages, a.basis AS basis

// region
MATCH (f:Forum {id: $forum})
MATCH (k:Municipality)
WHERE k.region = f.region
RETURN DISTINCT k.id AS municipality, k.name AS municipalityName
