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
