#include "verify_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

#include "checksums.hpp"
#include "crypto/codes.hpp"
#include "protocol/archive_reader.hpp"

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

/// Names come from archives of strangers: nothing in them may steer a terminal.
std::string shown(std::string name) {
    for (std::size_t at = 0; at < name.size(); ++at) {
        const auto each = static_cast<unsigned char>(name[at]);
        const auto next = at + 1 < name.size() ? static_cast<unsigned char>(name[at + 1]) : 0;
        if (each < 0x20 || each == 0x7f) name[at] = '?';
        if (each == 0xC2 && next < 0xA0) name.replace(at, 2, "?");  // U+0080 to U+009F
    }
    return name;
}

/// Throws words that may be shown.
std::vector<protocol::archived_file> unzipped(const std::string& bytes) {
    try {
        return protocol::unzipped(bytes);
    } catch (const std::runtime_error& cause) {
        throw std::runtime_error(shown(cause.what()));
    }
}

class comparison {
public:
    explicit comparison(std::vector<checksum> listed) : listed_(std::move(listed)) {}

    /// Content is nothing where `instead` says why there is none.
    void compare(const std::string& name, const std::optional<std::string>& content, std::string_view instead = {}) {
        if (name == checksums_name || name == signature_name) return;  // by the signature
        ++compared_;
        const auto [found, listed_as] = content ? finding(name, *content) : std::pair{std::string(instead), name};
        genuine_ = genuine_ && found == "ok";
        given_.insert(listed_as);
        report_ += fmt::format("{:<4} {}", found, shown(name));
        report_ += listed_as == name ? "\n" : fmt::format(", listed as {}\n", shown(listed_as));
    }

    [[nodiscard]] bool lists(const std::string& content) const {
        const auto hash = crypto::sha256(crypto::bytes_of(content));
        return std::ranges::find(listed_, hash, &checksum::hash) != listed_.end();
    }

    /// What is listed and was not compared is missing where all of it had to be there.
    verdict_on_files verdict(bool complete) && {
        std::vector<std::string> missed;
        for (const auto& each : listed_)
            if (!given_.contains(each.name)) missed.push_back(each.name);
        if (complete)
            for (const auto& name : missed) report_ += fmt::format("missing {}\n", name);
        else if (!missed.empty())
            report_ += fmt::format("listed and not given: {}\n", missed.size());
        if (compared_ == 0) return {report_ + "no file was given to compare\n", false};
        return {std::move(report_), genuine_ && (!complete || missed.empty())};
    }

private:
    /// A file that was saved under another name is the one that has its content.
    std::pair<std::string, std::string> finding(const std::string& name, const std::string& content) const {
        const auto hash = crypto::sha256(crypto::bytes_of(content));
        const auto at = std::ranges::find(listed_, name, &checksum::name);
        if (at != listed_.end()) return {at->hash == hash ? "ok" : "changed", name};
        const auto same = std::ranges::find(listed_, hash, &checksum::hash);
        if (same != listed_.end()) return {"ok", same->name};
        return {"not listed", name};
    }

    std::vector<checksum> listed_;
    std::string report_;
    std::set<std::string> given_;
    int compared_ = 0;
    bool genuine_ = true;
};

verdict_on_files wrong(std::string_view why) { return {fmt::format("{}; no file was compared\n", why), false}; }

std::string about_the_key(const crypto::public_key& key, bool compared) {
    const auto text = crypto::text_of(key);
    if (compared) return fmt::format("signed with {}, the key that was given\n", text);
    return fmt::format("signed with {}, which was not compared: give the key of your server with --key\n", text);
}

/// As the minutes print them, whichever files were given.
std::string fingerprints(const crypto::public_key& key, const std::vector<checksum>& listed) {
    auto told = fmt::format("fingerprint of the key: {}\n", crypto::short_fingerprint(crypto::sha256(key)));
    const auto content = std::ranges::find(listed, "minutes.json", &checksum::name);
    if (content != listed.end())
        told += fmt::format("fingerprint of minutes.json: {}\n", crypto::short_fingerprint(content->hash));
    return told;
}

using expected_key = std::optional<crypto::public_key>;

/// `compare` is called if the list can be believed.
template <class Compare>
verdict_on_files by_the_list(const std::string& list, const std::string& signature_text, const expected_key& expected,
                             bool complete, Compare compare) {
    const auto signature = read_signature(signature_text);
    if (expected && *expected != signature.key)
        return wrong(
            fmt::format("signed with {}, not with {}", crypto::text_of(signature.key), crypto::text_of(*expected)));
    if (!crypto::verify(signature.key, crypto::bytes_of(list), signature.made))
        return wrong(fmt::format("{} does not belong to {}: one of them was changed", signature_name, checksums_name));
    const auto listed = read_checksums(list);
    comparison all(listed);
    compare(all);
    auto verdict = std::move(all).verdict(complete);
    verdict.report =
        about_the_key(signature.key, expected.has_value()) + fingerprints(signature.key, listed) + verdict.report;
    return verdict;
}

void compare_file(comparison& all, const fs::path& folder, const fs::path& file) {
    const auto name = plain(file).lexically_relative(folder).generic_string();
    if (fs::is_directory(file)) return all.compare(name, std::nullopt, "not a file");
    all.compare(name, content_of(file), "cannot read");
}

struct sorted_files {
    std::vector<fs::path> loose;
    std::vector<fs::path> archives;  ///< that hold a list of their own
};

/// An archive may lie there by chance: it counts where the list has it.
verdict_on_files verify_beside(const sorted_files& files, const expected_key& expected) {
    const auto folder = folder_of_the_list(files.loose.front());
    return by_the_list(needed(folder, checksums_name), needed(folder, signature_name), expected, false,
                       [&](comparison& all) {
                           for (const auto& file : files.loose) compare_file(all, folder, file);
                           for (const auto& file : files.archives)
                               if (all.lists(content_of(file).value_or(""))) compare_file(all, folder, file);
                       });
}

bool holds_its_list(const fs::path& file) {
    const auto content = content_of(file);
    return content && protocol::archive_holds(*content, std::string(checksums_name));
}

verdict_on_files verify_archive(const fs::path& file, const expected_key& expected) {
    const auto files = unzipped(content_of(file).value());
    const auto in_it = [&](std::string_view name) {
        const auto found = std::ranges::find(files, name, &protocol::archived_file::name);
        if (found == files.end())
            throw std::runtime_error(
                fmt::format("there is no {} in {}: ask for the whole archive", name, file.string()));
        return found->content;
    };
    auto verdict = by_the_list(in_it(checksums_name), in_it(signature_name), expected, true, [&](comparison& all) {
        for (const auto& each : files) all.compare(each.name, each.content);
    });
    verdict.report = fmt::format("in {}:\n{}", file.string(), verdict.report);
    return verdict;
}

crypto::public_key key_read(const std::string& text) {
    if (const auto key = crypto::sized<32>(crypto::base64url_decode(text))) return *key;
    throw std::runtime_error(
        fmt::format("--key {} is no public key: it has 43 letters, digits, hyphens and underscores", text));
}

}  // namespace

verdict_on_files verify(std::span<const fs::path> files, const expected_key& expected) {
    if (files.empty()) throw std::runtime_error("name the files to verify");
    verdict_on_files all{{}, true};
    const auto add = [&](const verdict_on_files& one) {
        all.report += one.report;
        all.genuine = all.genuine && one.genuine;
    };
    sorted_files sorted;
    for (const auto& file : files) (holds_its_list(file) ? sorted.archives : sorted.loose).push_back(file);
    for (const auto& archive : sorted.archives) add(verify_archive(archive, expected));
    if (!sorted.loose.empty()) add(verify_beside(sorted, expected));
    return all;
}

int verify_files(const verify_options& options) {
    std::optional<crypto::public_key> expected;
    if (options.key) expected = key_read(*options.key);
    const auto verdict = verify(options.files, expected);
    fmt::print("{}", verdict.report);
    return verdict.genuine ? 0 : 1;
}

}  // namespace klartext
