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
create trigger receipts_stay before update or delete on "receipt" for each row execute function receipts_stay();
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
