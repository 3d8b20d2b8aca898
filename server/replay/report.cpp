#include "replay/report.hpp"

#include <fmt/format.h>

#include <iterator>

namespace klartext::replay {
namespace {

class table {
public:
    template <class... Parts>
    void row(std::string_view name, fmt::format_string<Parts...> form, Parts&&... parts) {
        const auto value = fmt::format(form, std::forward<Parts>(parts)...);
        fmt::format_to(std::back_inserter(text_), "{:<30} {}\n", name, value);
    }
    std::string text_;
};

void rows_of_acts(table& t, const recording& recorded, const played& result) {
    t.row("participants", "{}", recorded.participants.size());
    t.row("acts in the recording", "{}", recorded.acts.size());
    t.row("sent", "{}", result.sent);
    t.row("confirmed", "{}", result.confirmed);
    std::size_t refused = 0;
    for (const auto& [code, count] : result.refused) refused += count;
    t.row("refused", "{}", refused);
    for (const auto& [code, count] : result.refused) t.row("  " + code, "{}", count);
    t.row("dropped", "{}", result.dropped);
    t.row("items left out", "{}", result.items_left_out);
    t.row("sent again", "{}", result.sent_again);
    const auto seconds = result.acting.count();
    t.row("seconds", "{:.2f}", seconds);
    t.row("acts per second", "{:.0f}", seconds > 0 ? static_cast<double>(result.sent) / seconds : 0);
    t.row("confirmation p50 ms", "{:.2f}", result.confirmation.percentile(50));
    t.row("confirmation p99 ms", "{:.2f}", result.confirmation.percentile(99));
}

void rows_of_feeds(table& t, const played& result) {
    t.row("deliveries", "{}", result.deliveries);
    t.row("snapshots", "{}", result.snapshots);
    t.row("feeds resumed", "{}", result.feeds_resumed);
    std::size_t faults = 0;
    for (const auto& [name, count] : result.faults) faults += count;
    t.row("faults", "{}", faults);
    for (const auto& [name, count] : result.faults) t.row("  " + name, "{}", count);
}

double share(double whole, std::size_t parts) { return parts == 0 ? 0 : whole / static_cast<double>(parts); }

void rows_of_server(table& t, const recording& recorded, const played& result, const server_figures& used) {
    const double cpu = (used.acted.cpu - used.entered.cpu).count();
    t.row("server CPU seconds", "{:.2f}", cpu);
    t.row("CPU us per act", "{:.1f}", share(cpu * 1e6, result.sent));
    t.row("CPU us per delivery", "{:.1f}", share(cpu * 1e6, result.deliveries));
    const auto connections = 2 * recorded.participants.size();
    const auto grown = static_cast<double>(used.entered.resident_kib) - static_cast<double>(used.prepared.resident_kib);
    t.row("KiB per connection", "{:.1f}", share(grown, connections));
    t.row("server MiB at the end", "{:.1f}", static_cast<double>(used.acted.resident_kib) / 1024);
}

void rows_of_reckoning(table& t, const reckoning& difference) {
    t.row("lost", "{}", difference.lost);
    t.row("doubled", "{}", difference.doubled);
    t.row("wrong figures", "{}", difference.wrong);
    for (const auto& remark : difference.remarks) t.row("  remark", "{}", remark);
}

}  // namespace

std::string report(const recording& recorded, const played& result, const std::optional<reckoning>& difference,
                   const std::optional<server_figures>& used) {
    table t;
    rows_of_acts(t, recorded, result);
    rows_of_feeds(t, result);
    if (used) rows_of_server(t, recorded, result, *used);
    if (difference) rows_of_reckoning(t, *difference);
    return t.text_;
}

}  // namespace klartext::replay
