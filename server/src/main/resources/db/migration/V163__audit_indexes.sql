-- What an auditor narrows the trail by. Nearly all was done; what was refused or failed is rare and looked for most.
create index event_subject on audit.event (subject, event_id) where subject <> '';
create index event_actor_id on audit.event (actor_id, event_id);
create index event_outcome on audit.event (outcome, event_id) where outcome <> 'done';
