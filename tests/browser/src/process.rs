//! A program that is ended, with all its children, when its owner is dropped, also after a panic; and when this program
//! ends, however it ends: nobody drops what waits for a next test then.

use std::collections::HashMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A running program whose output goes to a file.
pub struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts `command`, with its output appended to `log` and no proxy.
    pub fn start(mut command: Command, log: &Path) -> Result<Process, String> {
        let program = command.get_program().to_string_lossy().into_owned();
        let file =
            File::options().create(true).append(true).open(log).map_err(|e| format!("{}: {e}", log.display()))?;
        let copy = file.try_clone().map_err(|e| e.to_string())?;
        for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
            command.env_remove(name).env_remove(name.to_uppercase());
        }
        let child = command
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(copy)
            .spawn()
            .map_err(|e| format!("{program} does not start: {e}"))?;
        watch::begin(child.id(), log.parent());
        Ok(Process { child, log: log.to_owned() })
    }

    /// Whether it has ended by itself.
    pub fn ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// What it has written so far.
    pub fn output(&self) -> String {
        fs::read(&self.log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    /// Kills one of the programs that it started, directly or not; says whether it did.
    pub fn kill_child(&self, id: u32) -> bool {
        let is_ours = descendants(self.child.id()).contains(&id);
        is_ours && Command::new("kill").args(["-KILL", &id.to_string()]).status().is_ok_and(|it| it.success())
    }

    /// Kills it and everything that it started.
    pub fn kill(&mut self) {
        let mut ids = descendants(self.child.id());
        // Children first would let a parent start new ones: parents come first in the list.
        ids.insert(0, self.child.id());
        let list: Vec<String> = ids.iter().map(u32::to_string).collect();
        let script = format!("kill -KILL {} 2>/dev/null", list.join(" "));
        let _ = Command::new("sh").args(["-c", &script]).status();
        let _ = self.child.kill();
        let _ = self.child.wait();
        watch::end(self.child.id());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The ids of everything that `root` started, by `/proc` (none on systems without it).
fn descendants(root: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // "id (name) state parent …": the name may hold spaces and brackets.
        let parent = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse().ok());
        if let Some(parent) = parent {
            children.entry(parent).or_default().push(id);
        }
    }
    let mut found = Vec::new();
    let mut next = vec![root];
    while let Some(id) = next.pop() {
        for child in children.remove(&id).unwrap_or_default() {
            found.push(child);
            next.push(child);
        }
    }
    found
}

/// A shell that outlives this program by a moment: when its input ends, it ends what is still running.
mod watch {
    use std::io::Write;
    use std::path::Path;
    use std::process::{Child, Command, Stdio};
    use std::sync::Mutex;

    /// Lines of its input: `+ID FOLDER` of a program that runs and where it keeps its things, `-ID` when it was ended.
    const SCRIPT: &str = r#"
        trap '' INT TERM HUP
        while read -r id folder; do
            case $id in
                +*) all="$all ${id#+}:$folder" ;;
                *) rest=; for it in $all; do [ "${it%%:*}" = "${id#-}" ] || rest="$rest $it"; done; all=$rest ;;
            esac
        done
        end() {
            children=$(grep -ls "^PPid:[[:space:]]*$1$" /proc/[0-9]*/status | cut -d/ -f3)
            kill -KILL "$1" 2>/dev/null
            for child in $children; do (end "$child"); done
        }
        for it in $all; do end "${it%%:*}"; done
        for it in $all; do case ${it#*:} in */nappe-browser-*) rm -rf "${it#*:}" ;; esac; done
    "#;

    static SHELL: Mutex<Option<Child>> = Mutex::new(None);

    fn tell(line: &str) {
        let mut shell = SHELL.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if shell.is_none() {
            let mut command = Command::new("sh");
            command.args(["-c", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
            *shell = command.spawn().ok();
        }
        if let Some(input) = shell.as_mut().and_then(|shell| shell.stdin.as_mut()) {
            let _ = input.write_all(line.as_bytes());
        }
    }

    /// A program runs from now on.
    pub fn begin(id: u32, folder: Option<&Path>) {
        tell(&format!("+{id} {}\n", folder.unwrap_or(Path::new("")).display()));
    }

    /// It was ended.
    pub fn end(id: u32) {
        tell(&format!("-{id}\n"));
    }
}
