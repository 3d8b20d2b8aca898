#include "net/static_files.hpp"

#include "net/target.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

using namespace klartext::net;
using klartext::testing::temporary_folder;
using testing::HasSubstr;

namespace {

void write(const std::filesystem::path& path, const std::string& content) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
}

http_request get(std::string_view path, std::string accept_encoding = "") {
    http_request request;
    request.method = "GET";
    request.path = path;
    request.segments = read_target(path).value().segments;
    request.accept_encoding = std::move(accept_encoding);
    return request;
}

struct StaticFiles : testing::Test {
    StaticFiles() {
        write(folder / "dist" / "index.html", "<p>index");
        write(folder / "dist" / "assets" / "app-1a2b.js", "script");
        write(folder / "dist" / "assets" / "app-1a2b.js.br", "brotli");
        write(folder / "dist" / "assets" / "app-1a2b.js.gz", "gzip");
        write(folder / "secret.txt", "secret");
        std::filesystem::create_symlink(folder / "secret.txt", folder / "dist" / "link.txt");
    }

    temporary_folder folder;
};

TEST_F(StaticFiles, AFileIsServedWithItsTypeAndAssetsForEver) {
    const static_files files(folder / "dist");
    const auto script = files.answer(get("/assets/app-1a2b.js"));
    EXPECT_EQ(*script.body, "script");
    EXPECT_EQ(script.content_type, "text/javascript; charset=utf-8");
    EXPECT_THAT(*own_header(script, "Cache-Control"), HasSubstr("immutable"));
    EXPECT_EQ(*own_header(files.answer(get("/")), "Cache-Control"), "no-cache");
}

TEST_F(StaticFiles, TheClientsOwnPagesGetTheIndexAndMissingAssetsDoNot) {
    const static_files files(folder / "dist");
    EXPECT_EQ(*files.answer(get("/session/ABCD")).body, "<p>index");
    EXPECT_EQ(files.answer(get("/assets/missing.js")).status, 404);
}

TEST_F(StaticFiles, CompressedFilesGoToWhoTakesThem) {
    const static_files files(folder / "dist");
    EXPECT_EQ(*files.answer(get("/assets/app-1a2b.js", "gzip, deflate, br")).body, "brotli");
    const auto zipped = files.answer(get("/assets/app-1a2b.js", "gzip, br;q=0"));
    EXPECT_EQ(*zipped.body, "gzip");
    EXPECT_EQ(*own_header(zipped, "Content-Encoding"), "gzip");
    EXPECT_EQ(*own_header(zipped, "Vary"), "Accept-Encoding");
}

TEST_F(StaticFiles, WhatTheBrowserHasIsNotSentAgain) {
    const static_files files(folder / "dist");
    auto again = get("/assets/app-1a2b.js");
    again.if_none_match = *own_header(files.answer(get("/assets/app-1a2b.js")), "ETag");
    EXPECT_EQ(files.answer(again).status, 304);
    again.if_none_match = "\"other\"";
    EXPECT_EQ(files.answer(again).status, 200);
}

TEST_F(StaticFiles, NothingOutsideTheFolderIsServed) {
    const static_files files(folder / "dist");
    EXPECT_EQ(*files.answer(get("/link.txt")).body, "<p>index");
    auto climbing = get("/");
    climbing.segments = {"..", "secret.txt"};
    EXPECT_EQ(*files.answer(climbing).body, "<p>index");
}

TEST_F(StaticFiles, WithoutAFolderOnePageSaysThatTheServerIsThere) {
    const auto page = static_files(folder / "missing").answer(get("/"));
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(*page.body, HasSubstr("/api/v1"));
}

TEST_F(StaticFiles, NobodyPostsToAFile) {
    auto post = get("/");
    post.method = "POST";
    EXPECT_EQ(static_files(folder / "dist").answer(post).status, 405);
}

}  // namespace
