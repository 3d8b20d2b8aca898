#include "verify_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

#include "checksums.hpp"
#include "crypto/codes.hpp"

namespace klartext {
namespace {

namespace fs = std::filesystem;

/// Nothing for what is no file or cannot be read.
std::optional<std::string> content_of(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(file), {}};
    if (!file) return std::nullopt;
    return content;
}

fs::path plain(const fs::path& path) { return fs::absolute(path).lexically_normal(); }

fs::path folder_of_the_list(const fs::path& first) {
    const auto beside = plain(first).parent_path();
    for (const auto& folder : {beside, beside.parent_path()})
        if (fs::exists(folder / checksums_name)) return folder;
    throw std::runtime_error(fmt::format("there is no {0} beside {1}: save {0} and {2} into the folder of the minutes",
                                         checksums_name, first.string(), signature_name));
}

std::string needed(const fs::path& folder, std::string_view name) {
    if (auto content = content_of(folder / name)) return *std::move(content);
    throw std::runtime_error(fmt::format("cannot read {}: is it there and yours to read?", (folder / name).string()));
}

class comparison {
public:
    comparison(fs::path folder, std::vector<checksum> listed)
        : folder_(std::move(folder)), listed_(std::move(listed)) {}

    void compare(const fs::path& file) {
        const auto name = plain(file).lexically_relative(folder_).generic_string();
        if (name == checksums_name || name == signature_name) return;  // by the signature
        const auto found = finding(file, name);
        genuine_ = genuine_ && found == "ok";
        given_.insert(name);
        report_ += fmt::format("{} {}\n", found, name);
    }

    verdict_on_files verdict() && {
        const auto missed =
            std::ranges::count_if(listed_, [&](const auto& each) { return !given_.contains(each.name); });
        if (missed > 0) report_ += fmt::format("listed and not given: {}\n", missed);
        if (given_.empty()) return {report_ + "no file was given to compare\n", false};
        return {std::move(report_), genuine_};
    }

private:
    std::string_view finding(const fs::path& file, const std::string& name) const {
        if (fs::is_directory(file)) return "not a file";
        const auto content = content_of(file);
        if (!content) return "cannot read";
        const auto at = std::ranges::lower_bound(listed_, name, {}, &checksum::name);
        if (at == listed_.end() || at->name != name) return "not listed";
        return crypto::sha256(crypto::bytes_of(*content)) == at->hash ? "ok" : "changed";
    }

    fs::path folder_;
    std::vector<checksum> listed_;
    std::string report_;
    std::set<std::string> given_;
    bool genuine_ = true;
};

verdict_on_files wrong(std::string_view why) { return {fmt::format("{}; no file was compared\n", why), false}; }

std::string about_the_key(const crypto::public_key& key, bool compared) {
    const auto text = crypto::text_of(key);
    if (compared) return fmt::format("signed with {}, the key that was given\n", text);
    return fmt::format("signed with {}, which was not compared: give the key of your server with --key\n", text);
}

crypto::public_key key_read(const std::string& text) {
    if (const auto key = crypto::sized<32>(crypto::base64url_decode(text))) return *key;
    throw std::runtime_error(
        fmt::format("--key {} is no public key: it has 43 letters, digits, hyphens and underscores", text));
}

}  // namespace

verdict_on_files verify(std::span<const fs::path> files, const std::optional<crypto::public_key>& expected) {
    if (files.empty()) throw std::runtime_error("name the files to verify");
    const auto folder = folder_of_the_list(files.front());
    const auto list = needed(folder, checksums_name);
    const auto signature = read_signature(needed(folder, signature_name));
    if (expected && *expected != signature.key)
        return wrong(
            fmt::format("signed with {}, not with {}", crypto::text_of(signature.key), crypto::text_of(*expected)));
    if (!crypto::verify(signature.key, crypto::bytes_of(list), signature.made))
        return wrong(fmt::format("{} does not belong to {}: one of them was changed", signature_name, checksums_name));
    comparison all(folder, read_checksums(list));
    for (const auto& file : files) all.compare(file);
    auto verdict = std::move(all).verdict();
    verdict.report = about_the_key(signature.key, expected.has_value()) + verdict.report;
    return verdict;
}

int verify_files(const verify_options& options) {
    std::optional<crypto::public_key> expected;
    if (options.key) expected = key_read(*options.key);
    const auto verdict = verify(options.files, expected);
    fmt::print("{}", verdict.report);
    return verdict.genuine ? 0 : 1;
}

}  // namespace klartext
