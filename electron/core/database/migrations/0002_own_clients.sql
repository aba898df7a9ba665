CREATE INDEX `client_staff` ON `client` (`staff_id`);--> statement-breakpoint
CREATE INDEX `visit_staff` ON `visit` (`staff_id`,`client_id`,`deleted_at`);