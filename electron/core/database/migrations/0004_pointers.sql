CREATE INDEX `client_referrer` ON `client` (`referrer`) WHERE referrer IS NOT NULL AND referred_by_id IS NULL;--> statement-breakpoint
CREATE INDEX `follow_up_visit` ON `follow_up` (`visit_id`) WHERE visit_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `preference_replaces` ON `preference` (`replaces_id`) WHERE replaces_id IS NOT NULL;