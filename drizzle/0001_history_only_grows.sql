create function history_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'history only grows: % is refused', tg_op using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger history_only_grows before update or delete on "history" for each row execute function history_only_grows();
--> statement-breakpoint
create trigger history_never_truncated before truncate on "history" for each statement execute function history_only_grows();
--> statement-breakpoint
create function published_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'what was published is final: % of % is refused', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger published_is_final before update or delete on "exam_version" for each row execute function published_is_final();
--> statement-breakpoint
create trigger published_never_truncated before truncate on "exam_version" for each statement execute function published_is_final();
--> statement-breakpoint
create trigger approved_wording_is_final before update or delete on "bank_item_version" for each row when (old.reviewed_at is not null) execute function published_is_final();
--> statement-breakpoint
create trigger wording_never_truncated before truncate on "bank_item_version" for each statement execute function published_is_final();
--> statement-breakpoint
create function ledger_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger only grows: % of % is refused', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger ledger_only_grows before update or delete on "ledger_movement" for each row execute function ledger_only_grows();
--> statement-breakpoint
create trigger ledger_never_truncated before truncate on "ledger_movement" for each statement execute function ledger_only_grows();
--> statement-breakpoint
create trigger ledger_only_grows before update or delete on "ledger_entry" for each row execute function ledger_only_grows();
--> statement-breakpoint
create trigger ledger_never_truncated before truncate on "ledger_entry" for each statement execute function ledger_only_grows();
--> statement-breakpoint
create function movement_balances() returns trigger language plpgsql as $$
declare
  movement bigint := case when tg_table_name = 'ledger_movement' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'movement_id')::bigint end;
  entries bigint;
  total bigint;
begin
  select count(*), coalesce(sum(fils), 0) into entries, total from ledger_entry where movement_id = movement;
  if entries < 2 or total <> 0 then
    raise exception 'movement % does not balance: % entries sum to % fils', movement, entries, total using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger movement_balances after insert on "ledger_movement" deferrable initially deferred for each row execute function movement_balances();
--> statement-breakpoint
create constraint trigger movement_balances after insert on "ledger_entry" deferrable initially deferred for each row execute function movement_balances();
--> statement-breakpoint
create trigger finance_event_only_grows before update or delete on "finance_event" for each row execute function history_only_grows();
--> statement-breakpoint
create trigger finance_event_never_truncated before truncate on "finance_event" for each statement execute function history_only_grows();
--> statement-breakpoint
create function closed_day_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a closed day is final: % of % is refused', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger closed_day_is_final before update or delete on "settlement_day" for each row when (old.state = 'closed') execute function closed_day_is_final();
--> statement-breakpoint
create trigger settlement_day_never_truncated before truncate on "settlement_day" for each statement execute function closed_day_is_final();
--> statement-breakpoint
create function line_of_closed_day_is_final() returns trigger language plpgsql as $$
begin
  if exists (select 1 from settlement_day d where d.state = 'closed'
      and d.id in (case when tg_op = 'INSERT' then new.day_id else old.day_id end, case when tg_op = 'DELETE' then old.day_id else new.day_id end)) then
    raise exception 'a closed day is final: % of its lines is refused', tg_op using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger line_of_closed_day_is_final before insert or update or delete on "settlement_line" for each row execute function line_of_closed_day_is_final();
--> statement-breakpoint
create trigger settlement_line_never_truncated before truncate on "settlement_line" for each statement execute function closed_day_is_final();
