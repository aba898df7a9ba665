CREATE TABLE `account_choice` (
	`account_id` integer NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`account_id`, `key`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `client_field` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`choices` text DEFAULT '[]' NOT NULL,
	`purpose` text,
	`required` integer DEFAULT false NOT NULL,
	`sort` integer DEFAULT 0 NOT NULL,
	`removed_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_field_uid_unique` ON `client_field` (`uid`);--> statement-breakpoint
CREATE TABLE `client_field_value` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`client_id` integer NOT NULL,
	`field_id` integer NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`field_id`) REFERENCES `client_field`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_field_value_uid_unique` ON `client_field_value` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `client_field_value_once` ON `client_field_value` (`client_id`,`field_id`);--> statement-breakpoint
CREATE INDEX `client_field_value_field` ON `client_field_value` (`field_id`,`value`);--> statement-breakpoint
CREATE TABLE `client_relation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`client_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_relation_uid_unique` ON `client_relation` (`uid`);--> statement-breakpoint
CREATE INDEX `client_relation_client` ON `client_relation` (`client_id`);--> statement-breakpoint
CREATE INDEX `client_relation_other` ON `client_relation` (`other_id`);--> statement-breakpoint
CREATE TABLE `conflict_override` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`visit_id` integer NOT NULL,
	`service_id` integer,
	`kind` text NOT NULL,
	`sealed` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`seen_at` text,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conflict_override_uid_unique` ON `conflict_override` (`uid`);--> statement-breakpoint
CREATE INDEX `conflict_override_visit` ON `conflict_override` (`visit_id`);--> statement-breakpoint
CREATE INDEX `conflict_override_at` ON `conflict_override` (`at`);--> statement-breakpoint
CREATE TABLE `contact` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`client_id` integer NOT NULL,
	`follow_up_id` integer,
	`channel` text NOT NULL,
	`began` text NOT NULL,
	`said` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`created_at` text NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`follow_up_id`) REFERENCES `follow_up`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_uid_unique` ON `contact` (`uid`);--> statement-breakpoint
CREATE INDEX `contact_client` ON `contact` (`client_id`,`at`);--> statement-breakpoint
CREATE INDEX `contact_follow_up` ON `contact` (`follow_up_id`);--> statement-breakpoint
CREATE TABLE `patch_test` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`client_id` integer NOT NULL,
	`service_id` integer,
	`tested_on` text NOT NULL,
	`valid_until_on` text NOT NULL,
	`sealed` text NOT NULL,
	`author` text NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `patch_test_uid_unique` ON `patch_test` (`uid`);--> statement-breakpoint
CREATE INDEX `patch_test_client` ON `patch_test` (`client_id`,`tested_on`);--> statement-breakpoint
CREATE TABLE `photo` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`client_id` integer NOT NULL,
	`visit_id` integer,
	`kind` text NOT NULL,
	`pair` text,
	`taken_on` text NOT NULL,
	`sealed` text,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`author` text NOT NULL,
	`created_at` text NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `photo_uid_unique` ON `photo` (`uid`);--> statement-breakpoint
CREATE INDEX `photo_client` ON `photo` (`client_id`,`taken_on`);--> statement-breakpoint
CREATE INDEX `photo_visit` ON `photo` (`visit_id`);--> statement-breakpoint
CREATE TABLE `photo_content` (
	`photo_uid` text PRIMARY KEY NOT NULL,
	`thumbnail` blob NOT NULL,
	`picture` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `product` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`name` text NOT NULL,
	`group_name` text,
	`price_cents` integer,
	`ingredients` text DEFAULT '[]' NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`sort` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_uid_unique` ON `product` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `product_name_unique` ON `product` (`name`);--> statement-breakpoint
CREATE TABLE `visit_payment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`visit_id` integer NOT NULL,
	`payment` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`sort` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_payment_uid_unique` ON `visit_payment` (`uid`);--> statement-breakpoint
CREATE INDEX `visit_payment_visit` ON `visit_payment` (`visit_id`,`sort`);--> statement-breakpoint
ALTER TABLE `client` ADD `referred_by_id` integer REFERENCES client(id);--> statement-breakpoint
CREATE INDEX `client_referred_by` ON `client` (`referred_by_id`);--> statement-breakpoint
ALTER TABLE `service` ADD `needs_patch_test` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `color` text;--> statement-breakpoint
ALTER TABLE `tag` ADD `group_name` text;--> statement-breakpoint
ALTER TABLE `visit` ADD `formula` text;--> statement-breakpoint
ALTER TABLE `visit` ADD `void_reason` text;--> statement-breakpoint
ALTER TABLE `visit_item` ADD `product_id` integer REFERENCES product(id);--> statement-breakpoint
ALTER TABLE `visit_item` ADD `staff_id` integer REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `visit_item` ADD `discount_cents` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `visit_item_product` ON `visit_item` (`product_id`);