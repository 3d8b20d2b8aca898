#pragma once
#include <filesystem>

/// What has to be done to files beside what SQLite does.
namespace klartext::store {

/// Makes it durable which files the folder holds. Throws write_failed.
void sync_folder(const std::filesystem::path&);

/// Unlinks a database with its log and its index, and makes that durable. What is missing is skipped.
void unlink_database(const std::filesystem::path&);

}  // namespace klartext::store
