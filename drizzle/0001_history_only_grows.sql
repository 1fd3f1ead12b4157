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
create function receipts_stay() returns trigger language plpgsql as $$
begin
  raise exception 'receipts stay: % of % is refused', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create function receipt_serial_counts() returns trigger language plpgsql as $$
begin
  if new.year <> old.year or new.last <> old.last + 1 then
    raise exception 'serials have no gaps: % after % is refused', new.last, old.last using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create function receipt_takes_serial() returns trigger language plpgsql as $$
declare
  taken integer;
begin
  insert into receipt_serial (year, last) values (new.year, 1)
    on conflict (year) do update set last = receipt_serial.last + 1 returning last into taken;
  update receipt set serial = taken where id = new.id;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger receipt_takes_serial after insert on "receipt" deferrable initially deferred for each row when (new.serial = 0) execute function receipt_takes_serial();
--> statement-breakpoint
create trigger receipts_stay before update on "receipt" for each row when (old.serial > 0) execute function receipts_stay();
--> statement-breakpoint
create trigger receipts_are_not_deleted before delete on "receipt" for each row execute function receipts_stay();
--> statement-breakpoint
create trigger receipts_never_truncated before truncate on "receipt" for each statement execute function receipts_stay();
--> statement-breakpoint
create trigger voids_stay before update or delete on "receipt_void" for each row execute function receipts_stay();
--> statement-breakpoint
create trigger voids_never_truncated before truncate on "receipt_void" for each statement execute function receipts_stay();
--> statement-breakpoint
create trigger documents_stay before update or delete on "receipt_document" for each row execute function receipts_stay();
--> statement-breakpoint
create trigger documents_never_truncated before truncate on "receipt_document" for each statement execute function receipts_stay();
--> statement-breakpoint
create trigger receipt_serial_counts before update on "receipt_serial" for each row execute function receipt_serial_counts();
--> statement-breakpoint
create trigger receipt_serials_stay before delete on "receipt_serial" for each row execute function receipts_stay();
--> statement-breakpoint
create trigger receipt_serials_never_truncated before truncate on "receipt_serial" for each statement execute function receipts_stay();
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
